package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.error.ArmErrors;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.InFlight.Operation;
import java.util.Locale;

/**
 * Asks an operation how far it is. It only adds to what the gateway's own GET says: an operation
 * that cannot be read (expired, or no right at subscription scope) says nothing.
 */
final class Operations {
  /** How far an operation is. */
  sealed interface Progress {
    /** It has not ended. */
    record Running() implements Progress {}

    /** It ended well. */
    record Succeeded() implements Progress {}

    /** It ended otherwise. */
    record Failed(Verdict verdict) implements Progress {}

    /** It does not say. */
    record Unknown() implements Progress {}
  }

  /** One GET of the operation. */
  Progress ask(Arm arm, Operation operation) {
    if (operation.url().isEmpty()
        || !(arm.send(ArmRequest.get(operation.url().get())) instanceof Answered answer)
        || !answer.isSuccess()) {
      return new Progress.Unknown();
    }
    return progress(answer.body());
  }

  /** Any status but the final ones means that it still runs (Microsoft Learn, async-operations). */
  private static Progress progress(JsonNode body) {
    return switch (body.path("status").asText("").toLowerCase(Locale.ROOT)) {
      case "succeeded" -> new Progress.Succeeded();
      case "failed", "canceled", "cancelled" -> new Progress.Failed(ArmErrors.ofOperation(body));
      case "" -> new Progress.Unknown();
      default -> new Progress.Running();
    };
  }
}
