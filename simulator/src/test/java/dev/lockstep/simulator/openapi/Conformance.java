package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares exchanges with the specification, in the order in which they took place: what a Location
 * header leads to is compared with the answers of the operation that gave it.
 *
 * <p>A request is compared when it was taken; a refused one may be as wrong as it likes.
 */
final class Conformance {
  /** Requests that no file at hand specifies: the recordings of the same name speak for them. */
  private static final Pattern UNSPECIFIED =
      Pattern.compile(
          "/+(tenants|subscriptions(/[^/]+)?(/resourcegroups(/[^/]+)?|/providers/[^/]+)?|.*/privateDnsOperation(Statuses|Results)/[^/]+)",
          Pattern.CASE_INSENSITIVE);

  private final Specification specification;
  private final Map<String, Operation> followed = new HashMap<>();

  Conformance(Specification specification) {
    this.specification = specification;
  }

  /** What is wrong with an exchange. */
  List<Violation> check(Exchange exchange) {
    if (UNSPECIFIED.matcher(exchange.path()).matches()) {
      return List.of();
    }
    String key = exchange.path().toLowerCase(Locale.ROOT);
    Optional<Operation> operation =
        Optional.ofNullable(followed.get(key))
            .or(() -> specification.operation(exchange.method(), exchange.path()));
    if (operation.isEmpty()) {
      return exchange.status() >= 400 ? List.of() : List.of(unknown(exchange));
    }
    exchange
        .location()
        .ifPresent(path -> followed.put(path.toLowerCase(Locale.ROOT), operation.get()));
    List<Violation> found = new ArrayList<>();
    if (exchange.status() < 300 && !exchange.method().equals("GET")) {
      request(operation.get(), exchange, found);
    }
    response(operation.get(), exchange, found);
    return found;
  }

  private void request(Operation operation, Exchange exchange, List<Violation> found) {
    if (operation.body().isPresent() && exchange.sent().isPresent()) {
      body(operation, "request", exchange.status(), operation.body(), exchange.sent(), found);
    } else if (operation.bodyRequired() && exchange.sent().isEmpty()) {
      found.add(of(operation, "request", exchange.status(), "body", "a body is required"));
    }
  }

  private void response(Operation operation, Exchange exchange, List<Violation> found) {
    String status = Integer.toString(exchange.status());
    boolean named = operation.responses().containsKey(status);
    if (!named && exchange.status() < 400) {
      found.add(of(operation, "response", exchange.status(), "status", "no such status"));
      return;
    }
    Optional<JsonNode> schema =
        operation.responses().getOrDefault(named ? status : "default", Optional.empty());
    body(operation, "response", exchange.status(), schema, exchange.answered(), found);
  }

  private void body(
      Operation operation,
      String side,
      int status,
      Optional<JsonNode> schema,
      Optional<JsonNode> body,
      List<Violation> found) {
    if (schema.isPresent() && body.isPresent()) {
      specification
          .check(schema.get(), body.get())
          .forEach(one -> found.add(Violation.of(operation.id(), side, status, one)));
    } else if (schema.isPresent()) {
      found.add(of(operation, side, status, "body", "a body is specified"));
    } else if (body.isPresent() && status < 400) {
      found.add(of(operation, side, status, "body", "no body is specified: " + body.get()));
    }
  }

  private static Violation unknown(Exchange exchange) {
    String what = exchange.method() + " " + exchange.path();
    return new Violation("", "request", exchange.status(), "operation", "", "unspecified: " + what);
  }

  private static Violation of(
      Operation operation, String side, int status, String kind, String message) {
    return new Violation(operation.id(), side, status, kind, "", message);
  }
}
