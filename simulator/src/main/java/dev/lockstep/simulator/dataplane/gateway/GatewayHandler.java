package dev.lockstep.simulator.dataplane.gateway;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers at one entrance of a gateway, by whatever document is in force. */
final class GatewayHandler implements HttpHandler {
  private final Entrance entrance;
  private final Supplier<Optional<Serving>> serving;
  private final Draining draining;

  GatewayHandler(Entrance entrance, Supplier<Optional<Serving>> serving, Draining draining) {
    this.entrance = entrance;
    this.serving = serving;
    this.draining = draining;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    draining.onRequest(exchange);
    Optional<Serving> now = serving.get();
    String host = exchange.getHostName().toLowerCase(Locale.ROOT);
    Optional<Rule> rule = now.flatMap(one -> one.live().rule(entrance, host));
    now.ifPresent(one -> Meter.start(exchange, one.live(), rule));
    if (rule.isEmpty()) {
      ErrorPage.send(exchange, StatusCodes.NOT_FOUND);
      return;
    }
    Destination.Chosen chosen = rule.get().destination().forPath(exchange.getRequestPath());
    if (chosen.destination() instanceof Destination.Elsewhere elsewhere) {
      elsewhere.redirection().send(exchange);
    } else if (chosen.destination() instanceof Destination.ToBackend backend) {
      now.get().forwarding().forward(exchange, backend.pair(), chosen.matched());
    } else {
      ErrorPage.send(exchange, StatusCodes.NOT_FOUND);
    }
  }
}
