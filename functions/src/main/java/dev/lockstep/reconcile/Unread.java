package dev.lockstep.reconcile;

import dev.lockstep.model.ReadFailure;

/** How a run ends that could not read its gateway. Nothing is written on a failed read. */
final class Unread {
  private Unread() {}

  static Outcome outcome(Session session, ReadFailure failure) {
    return switch (failure.kind()) {
      case THROTTLED, UNAVAILABLE -> session.waiting(failure.retryAfter(), failure.message());
      case NOT_FOUND, FORBIDDEN, MALFORMED ->
          new Outcome.Failed(failure.message(), failure.remedy());
    };
  }
}
