package dev.lockstep.simulator.dataplane.backend;

import dev.lockstep.simulator.health.Backends.Condition;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.xnio.IoUtils;

/** Does to a request what the condition of its server says. */
public final class Behaviour {
  private static final int BROKEN = 500;

  private Behaviour() {}

  /** Answers by the handler when the server is up. */
  public static void apply(Condition condition, HttpServerExchange exchange, HttpHandler handler)
      throws Exception {
    switch (condition) {
      case UP -> handler.handleRequest(exchange);
      case DOWN -> IoUtils.safeClose(exchange.getConnection());
      case SLOW -> exchange.dispatch(() -> {});
      case ERROR -> exchange.setStatusCode(BROKEN).endExchange();
    }
  }
}
