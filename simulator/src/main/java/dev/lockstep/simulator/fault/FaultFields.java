package dev.lockstep.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The fields of a described fault, and everything that is wrong with them. */
final class FaultFields {
  private final ObjectNode json;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  FaultFields(ObjectNode json) {
    this.json = json;
  }

  String text(String name, String fallback) {
    known.add(name);
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      problem(name, "must be a text that is not empty");
      return fallback;
    }
    return value.textValue().trim();
  }

  int number(String name, int least, int most, int fallback) {
    known.add(name);
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
      problem(
          name,
          most == Integer.MAX_VALUE
              ? "must be a whole number, %d or more".formatted(least)
              : "must be a whole number from %d to %d".formatted(least, most));
      return fallback;
    }
    return value.intValue();
  }

  /** A time in milliseconds that must be given. */
  Duration millis(String name, int most) {
    if (!json.has(name)) {
      problem(name, "is missing; give milliseconds");
    }
    return Duration.ofMillis(number(name, 0, most, 0));
  }

  OptionalDouble fraction(String name) {
    known.add(name);
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
      problem(name, "must be a number from 0 to 1");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value.doubleValue());
  }

  Optional<ObjectNode> object(String name) {
    known.add(name);
    JsonNode value = json.path(name);
    if (!value.isMissingNode() && !value.isObject()) {
      problem(name, "must be a JSON object");
    }
    return value instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  Effect.Moment moment() {
    String word = text("when", "before");
    if (!word.equals("before") && !word.equals("after")) {
      problem("when", "must be before or after");
    }
    return word.equals("after") ? Effect.Moment.AFTER : Effect.Moment.BEFORE;
  }

  void problem(String name, String remedy) {
    problems.add(new Problem(name, remedy));
  }

  /** All problems, fields that nobody asked for included. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                all.add(
                    new Problem(name, "is not known here; known are " + String.join(", ", known)));
              }
            });
    return all;
  }
}
