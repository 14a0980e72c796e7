package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.control.ControlApi;
import dev.lockstep.simulator.token.IdentityEndpoint;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Optional;

/** What the HTTP port serves: the managed identity endpoint and the control API. */
final class PlainHandler implements HttpHandler {
  private final IdentityEndpoint identity;
  private final ControlApi control;

  PlainHandler(IdentityEndpoint identity, ControlApi control) {
    this.identity = identity;
    this.control = control;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    String path = exchange.getRequestPath();
    ArmResponse response;
    if (path.equals("/msi/token")) {
      Optional<String> header =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
      response = identity.token(Exchanges.query(exchange), header);
    } else {
      response =
          control.handle(
              exchange.getRequestMethod().toString(),
              path,
              Exchanges.query(exchange),
              Exchanges.body(exchange));
    }
    Exchanges.send(exchange, response);
  }
}
