package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Reading the fields of our own JSON: what must be there and is not is an error with its name. */
final class Fields {
  private Fields() {}

  static String text(JsonNode json, String name) {
    return optionalText(json, name)
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
  }

  static Optional<String> optionalText(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  static Instant instant(JsonNode json, String name) {
    return Stamps.parse(text(json, name));
  }

  static Optional<Instant> optionalInstant(JsonNode json, String name) {
    return optionalText(json, name).map(Stamps::parse);
  }

  static Optional<JsonNode> object(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isObject() ? Optional.of(value) : Optional.empty();
  }
}
