package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code endpoints}: which types are published, and how. */
final class EndpointParser {

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
    String path = binding.at("endpoints." + Quoted.name(name));
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
        new Fields(
            node,
            binding.at("endpoints." + Quoted.name(name)),
            Schema.endpoint(),
            binding.problems());
    EndpointDefaults defaults = EndpointDefaults.of(type);
    Optional<String> path = fields.text(EndpointSchema.PROBE_PATH);
    if (defaults.probePath().isEmpty() && !fields.has(EndpointSchema.PROBE_PATH)) {
      fields.wrong(
          EndpointSchema.PROBE_PATH,
          "is missing",
          "no source names a status path for " + type.wireName() + ": give one that answers 200");
    }
    return new EndpointPolicy(
        fields.text(EndpointSchema.FRONTEND),
        path.or(defaults::probePath).orElse("/"),
        fields.duration(EndpointSchema.PROBE_INTERVAL).orElse(defaults.probeInterval()),
        fields.duration(EndpointSchema.PROBE_TIMEOUT).orElse(defaults.probeTimeout()),
        fields
            .integer(EndpointSchema.UNHEALTHY_THRESHOLD)
            .orElse(EndpointDefaults.UNHEALTHY_THRESHOLD),
        fields.duration(EndpointSchema.REQUEST_TIMEOUT).orElse(EndpointDefaults.REQUEST_TIMEOUT),
        fields.flag(EndpointSchema.ALLOW_PUBLIC),
        EndpointOptionsParser.parse(fields));
  }
}
