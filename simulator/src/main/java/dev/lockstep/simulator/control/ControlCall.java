package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A control request that has found its route.
 *
 * @param names values of the parts in braces of the route
 * @param query query parameters
 * @param body body; an empty object when there is none
 */
record ControlCall(Map<String, String> names, Map<String, String> query, ObjectNode body) {
  String name(String part) {
    return names.getOrDefault(part, "");
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  Fields fields() {
    return new Fields(body);
  }
}
