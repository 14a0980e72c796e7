package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code endpoints}: which types are published, and how. */
final class EndpointParser {
  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofDays(1);

  private EndpointParser() {}

  static Map<EndpointType, EndpointPolicy> parse(Fields binding) {
    Map<EndpointType, EndpointPolicy> policies = new EnumMap<>(EndpointType.class);
    if (!binding.has(Schema.ENDPOINTS)) {
      ObjectNode defaults = JsonNodeFactory.instance.objectNode();
      policies.put(EndpointType.PROXY, policy(binding, EndpointType.PROXY, "Proxy", defaults));
      return policies;
    }
    Optional<ObjectNode> endpoints = binding.object(Schema.ENDPOINTS);
    if (endpoints.filter(JsonNode::isEmpty).isPresent()) {
      binding.wrong(
          Schema.ENDPOINTS, "names no endpoint type", "name one, or leave it out for Proxy");
    }
    endpoints.ifPresent(
        object ->
            object
                .properties()
                .forEach(entry -> add(policies, binding, entry.getKey(), entry.getValue())));
    return policies;
  }

  private static void add(
      Map<EndpointType, EndpointPolicy> policies, Fields binding, String name, JsonNode value) {
    String path = binding.at("endpoints." + name);
    Optional<EndpointType> type = publishable(name);
    if (type.isEmpty()) {
      List<String> names =
          Arrays.stream(EndpointType.values())
              .filter(t -> t != EndpointType.PORTAL)
              .map(EndpointType::wireName)
              .toList();
      binding
          .problems()
          .add(
              path,
              name.equalsIgnoreCase("Portal")
                  ? "the legacy portal is retired"
                  : "unknown endpoint type",
              name.equalsIgnoreCase("Portal")
                  ? "use DeveloperPortal"
                  : Suggestion.remedy(name, names));
    } else if (policies.containsKey(type.get())) {
      binding.problems().add(path, "is named twice", "name each endpoint type once");
    } else if (value instanceof ObjectNode object) {
      policies.put(type.get(), policy(binding, type.get(), name, object));
    } else {
      binding.problems().add(path, "is not an object", "give {} for the defaults");
    }
  }

  private static Optional<EndpointType> publishable(String name) {
    return EndpointType.fromWire(name).filter(type -> type != EndpointType.PORTAL);
  }

  private static EndpointPolicy policy(
      Fields binding, EndpointType type, String name, ObjectNode node) {
    Fields fields =
        new Fields(node, binding.at("endpoints." + name), Schema.endpoint(), binding.problems());
    EndpointDefaults defaults = EndpointDefaults.of(type);
    Optional<String> path = fields.text(Schema.PROBE_PATH);
    if (path.filter(p -> !p.startsWith("/")).isPresent()) {
      fields.wrong(Schema.PROBE_PATH, "does not begin with '/'", "give a path such as /status");
    }
    if (defaults.probePath().isEmpty() && !fields.has(Schema.PROBE_PATH)) {
      fields.wrong(
          Schema.PROBE_PATH,
          "is missing",
          "no source names a status path for " + type.wireName() + ": give one that answers 200");
    }
    return new EndpointPolicy(
        fields.text(Schema.FRONTEND),
        path.or(defaults::probePath).orElse("/"),
        fields.duration(Schema.PROBE_INTERVAL, MIN, MAX).orElse(defaults.probeInterval()),
        fields.duration(Schema.PROBE_TIMEOUT, MIN, MAX).orElse(defaults.probeTimeout()),
        fields
            .integer(Schema.UNHEALTHY_THRESHOLD, 1, 20)
            .orElse(EndpointDefaults.UNHEALTHY_THRESHOLD),
        fields.duration(Schema.REQUEST_TIMEOUT, MIN, MAX).orElse(EndpointDefaults.REQUEST_TIMEOUT),
        fields.flag(Schema.ALLOW_PUBLIC),
        EndpointOptionsParser.parse(fields));
  }
}
