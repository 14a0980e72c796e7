package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.lang.System.Logger.Level;

/** Answers 500 for a defect of the simulator, and logs it: nobody else would. */
final class Guarded implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Guarded.class.getName());

  private final HttpHandler next;

  Guarded(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    try {
      next.handleRequest(exchange);
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "The simulator failed to answer a request", defect);
      Exchanges.send(
          exchange,
          ArmResponse.of(
              500,
              ErrorBody.wrapped(
                  "InternalServerError", "An error occurred. " + defect.getMessage())));
    }
  }
}
