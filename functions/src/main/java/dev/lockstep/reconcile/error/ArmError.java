package dev.lockstep.reconcile.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An error as ARM tells it.
 *
 * @param code the outermost code; empty text when the answer had none
 * @param message the outermost message
 * @param details the errors inside it, flattened, outer before inner
 */
public record ArmError(String code, String message, List<ArmError> details) {
  private static final int DEEPEST = 5;

  public ArmError {
    details = List.copyOf(details);
  }

  /**
   * The error in a body. Three shapes are in use: {@code {"error":{…}}} (ARM and most providers),
   * flat {@code {"code","message"}} (DNS), and {@code {"status","error":{…}}} (operations).
   *
   * @return empty when the body holds no error
   */
  public static Optional<ArmError> in(JsonNode body) {
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    return error.path("code").isTextual() ? Optional.of(parse(error, 0)) : Optional.empty();
  }

  private static ArmError parse(JsonNode error, int depth) {
    List<ArmError> details = new ArrayList<>();
    if (depth < DEEPEST) {
      for (JsonNode detail : error.path("details")) {
        ArmError inner = parse(detail, depth + 1);
        details.add(inner);
        details.addAll(inner.details());
      }
    }
    return new ArmError(error.path("code").asText(""), message(error), details);
  }

  /** The message, and the target where it names one that the message does not. */
  private static String message(JsonNode error) {
    String message = error.path("message").asText("");
    String target = error.path("target").asText("");
    return target.isEmpty() || message.contains(target)
        ? message
        : message + " (target: " + target + ")";
  }

  /** Whether this error or one inside it has that code, ignoring case. */
  public boolean has(String wanted) {
    return code.equalsIgnoreCase(wanted)
        || details.stream().anyMatch(detail -> detail.code.equalsIgnoreCase(wanted));
  }

  /** Whether the code of this error or of one inside it contains the text, ignoring case. */
  public boolean mentions(String part) {
    String lower = part.toLowerCase(java.util.Locale.ROOT);
    return code.toLowerCase(java.util.Locale.ROOT).contains(lower)
        || details.stream().anyMatch(detail -> detail.mentions(part));
  }

  /** Codes and messages in one sentence, the most specific last. */
  public String inWords() {
    StringBuilder words = new StringBuilder(code + ": " + message);
    details.forEach(detail -> words.append(" / ").append(detail.code + ": " + detail.message));
    return words.toString();
  }
}
