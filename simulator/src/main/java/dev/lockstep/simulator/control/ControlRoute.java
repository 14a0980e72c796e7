package dev.lockstep.simulator.control;

import dev.lockstep.simulator.arm.ArmResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that the control API does.
 *
 * @param method HTTP method
 * @param template path below {@code /control}, with parts in braces
 * @param does what it does, in one sentence
 * @param run how
 */
record ControlRoute(
    String method, String template, String does, Function<ControlCall, ArmResponse> run) {

  /** The values of the parts in braces when the path has the form of this route. */
  Optional<Map<String, String>> match(String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.startsWith("{")) {
        names.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }
}
