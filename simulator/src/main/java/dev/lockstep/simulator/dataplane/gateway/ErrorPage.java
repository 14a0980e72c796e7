package dev.lockstep.simulator.dataplane.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Pages that the gateway makes itself, in the form of the real ones. */
final class ErrorPage {
  private static final String SERVER = "Microsoft-Azure-Application-Gateway/v2";

  private ErrorPage() {}

  static void send(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html");
    exchange.getResponseHeaders().put(Headers.SERVER, SERVER);
    String title = status + " " + StatusCodes.getReason(status);
    exchange
        .getResponseSender()
        .send(
            "<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n<center><h1>%s</h1></center>\r\n<hr><center>%s</center>\r\n</body>\r\n</html>\r\n"
                .formatted(title, title, SERVER));
  }

  /** Whether the answer of an exchange is such a page. */
  static boolean isIn(HttpServerExchange exchange) {
    return SERVER.equals(exchange.getResponseHeaders().getFirst(Headers.SERVER));
  }

  /**
   * Makes a page of a failure of the proxy. Undertow says 503 when it finds no backend, the gateway
   * 502; an answer of the backend itself is none of this.
   */
  static boolean insteadOf(HttpServerExchange exchange) {
    int status = exchange.getStatusCode();
    boolean own =
        status == StatusCodes.SERVICE_UNAVAILABLE || status == StatusCodes.GATEWAY_TIME_OUT;
    if (own) {
      send(exchange, status == StatusCodes.SERVICE_UNAVAILABLE ? StatusCodes.BAD_GATEWAY : status);
    }
    return own;
  }
}
