package dev.lockstep.simulator.dataplane.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * A redirect.
 *
 * @param status 301, 302, 303 or 307
 * @param base where to, without a slash at the end
 * @param path whether the path of the request is appended
 * @param query whether the query of the request is appended
 */
record Redirection(int status, String base, boolean path, boolean query) {

  /** In a base, the host of the request: a redirect to a basic listener keeps it. */
  static final String SAME_HOST = "{host}";

  /** Status by redirectType; a permanent one when it is missing. */
  static int status(String redirectType) {
    return switch (redirectType) {
      case "Found" -> 302;
      case "SeeOther" -> 303;
      case "Temporary" -> 307;
      default -> 301;
    };
  }

  void send(HttpServerExchange exchange) {
    StringBuilder location = new StringBuilder(base.replace(SAME_HOST, exchange.getHostName()));
    if (path) {
      location.append(exchange.getRequestPath());
    }
    if (query && !exchange.getQueryString().isEmpty()) {
      location.append('?').append(exchange.getQueryString());
    }
    exchange.getResponseHeaders().put(Headers.LOCATION, location.toString());
    exchange.setStatusCode(status).endExchange();
  }
}
