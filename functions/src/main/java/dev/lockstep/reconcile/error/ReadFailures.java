package dev.lockstep.reconcile.error;

import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;

/** Why a read brought nothing. */
public final class ReadFailures {
  private ReadFailures() {}

  /** The failure in an answer to a GET that is no success. */
  public static ReadFailure of(String what, ArmAnswer answer) {
    Verdict verdict = ArmErrors.of(answer);
    return new ReadFailure(
        kind(answer), what + ": " + verdict.reason(), verdict.remedy(), verdict.retryAfter());
  }

  private static Kind kind(ArmAnswer answer) {
    if (!(answer instanceof Answered answered)) {
      return Kind.UNAVAILABLE;
    }
    return switch (answered.status()) {
      case 404 -> Kind.NOT_FOUND;
      case 401, 403 -> Kind.FORBIDDEN;
      case 408 -> Kind.UNAVAILABLE;
      case 429 -> Kind.THROTTLED;
      default -> answered.status() >= 500 ? Kind.UNAVAILABLE : Kind.MALFORMED;
    };
  }
}
