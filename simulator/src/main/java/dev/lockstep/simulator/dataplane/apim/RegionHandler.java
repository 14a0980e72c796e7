package dev.lockstep.simulator.dataplane.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.dataplane.backend.Behaviour;
import dev.lockstep.simulator.dataplane.backend.Conditions;
import dev.lockstep.simulator.json.Json;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers as a service does at one address: status paths with 200, other paths with what arrived,
 * unknown host names with 404.
 */
final class RegionHandler implements HttpHandler {
  private static final int NOT_FOUND = 404;

  private final String address;
  private final Supplier<Optional<Region>> region;
  private final Conditions conditions;

  RegionHandler(String address, Supplier<Optional<Region>> region, Conditions conditions) {
    this.address = address;
    this.region = region;
    this.conditions = conditions;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Region> now = region.get();
    Behaviour.apply(
        conditions.of(exchange.getHostName(), address),
        exchange,
        request -> {
          Optional<Endpoint> endpoint = now.flatMap(one -> one.find(request.getHostName()));
          if (endpoint.isPresent()) {
            answer(request, endpoint.get(), now.get());
          } else {
            notFound(request);
          }
        });
  }

  private static void answer(HttpServerExchange exchange, Endpoint endpoint, Region region) {
    String path = exchange.getRequestPath();
    if (endpoint.kind().isForeignStatus(path)) {
      notFound(exchange);
      return;
    }
    ObjectNode body = Json.object();
    body.put("host", exchange.getHostName());
    body.put("path", path);
    body.put("endpointType", endpoint.kind().name());
    body.put("region", region.location());
    if (endpoint.kind().tellsStatus(path)) {
      body.put("status", "ok");
    }
    send(exchange, body);
  }

  /** Shape of the answer that API Management gives for what it does not know. */
  private static void notFound(HttpServerExchange exchange) {
    exchange.setStatusCode(NOT_FOUND);
    send(exchange, Json.object().put("statusCode", NOT_FOUND).put("message", "Resource not found"));
  }

  private static void send(HttpServerExchange exchange, ObjectNode body) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(ByteBuffer.wrap(Json.bytes(body)));
  }
}
