package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the fields of a body, and reports everything that is wrong with them at once. */
final class Fields {
  private final ObjectNode body;
  private final Set<String> known = new HashSet<>();
  private final List<BadInput.Problem> problems = new ArrayList<>();

  Fields(ObjectNode body) {
    this.body = body;
  }

  /** A text that must be there; empty text when it is not, and a problem. */
  String text(String name) {
    Optional<String> value = optionalText(name);
    if (value.isEmpty() && problems.stream().noneMatch(problem -> problem.field().equals(name))) {
      problem(name, "is missing; give a text");
    }
    return value.orElse("");
  }

  /** A text that may be there. */
  Optional<String> optionalText(String name) {
    known.add(name);
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      problem(name, "must be a text that is not empty");
      return Optional.empty();
    }
    return Optional.of(value.textValue().trim());
  }

  /** A truth value with a default. */
  boolean flag(String name, boolean fallback) {
    known.add(name);
    JsonNode value = body.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(name, "must be true or false");
    }
    return value.asBoolean(fallback);
  }

  /** A constant of an enum in any case, passed on when it is there. */
  <E extends Enum<E>> void choice(String name, Class<E> type, Consumer<E> take) {
    Optional<String> value = optionalText(name);
    for (E constant : type.getEnumConstants()) {
      if (value.isPresent() && constant.name().equals(value.get().toUpperCase(Locale.ROOT))) {
        take.accept(constant);
        return;
      }
    }
    if (value.isPresent()) {
      List<String> words =
          List.of(type.getEnumConstants()).stream()
              .map(constant -> constant.name().toLowerCase(Locale.ROOT))
              .toList();
      problem(name, "must be one of " + String.join(", ", words));
    }
  }

  /** A time in milliseconds, passed on when it is there. */
  void millis(String name, Consumer<Duration> take) {
    known.add(name);
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
      problem(name, "must be a whole number of milliseconds, 0 or more");
    } else {
      take.accept(Duration.ofMillis(value.longValue()));
    }
  }

  /** A whole number from 1 to a million, with a default. */
  int positive(String name, int fallback) {
    known.add(name);
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > 1_000_000) {
      problem(name, "must be a whole number from 1 to 1000000");
      return fallback;
    }
    return value.intValue();
  }

  /** Adds a problem found elsewhere. */
  void problem(String name, String remedy) {
    problems.add(new BadInput.Problem(name, remedy));
  }

  /** Throws all problems, unknown fields included. */
  void done() {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                problem(
                    name,
                    "is not known; known are "
                        + String.join(", ", known.stream().sorted().toList()));
              }
            });
    if (!problems.isEmpty()) {
      throw new BadInput(400, problems);
    }
  }
}
