package dev.lockstep.reconcile;

import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.signal.Cause;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps the last requests that Azure Resource Manager would answer for runs that have something to
 * do: while little is left, a drift check and the looks after an event wait.
 */
final class Thrift {
  private static final String REMAINING = "x-ms-ratelimit-remaining-";
  private static final int MOST_DIGITS = 9;

  private Thrift() {}

  /** Waits when little is left and the run is not urgent. */
  static Optional<Outcome> hold(Session session) {
    boolean isShort = session.writing().budget().isShort(session.now());
    return isShort && !isUrgent(session)
        ? Optional.of(
            session.waiting("few requests to Azure Resource Manager are left; kept for writes"))
        : Optional.empty();
  }

  private static boolean isUrgent(Session session) {
    if (session.trigger().name().equals("wake")) {
      boolean onlyEcho = session.agenda().echo().isPresent() && session.agenda().attempts() == 0;
      return session.flight().inFlight().isPresent()
          || session.agenda().health().isPresent()
          || !session.agenda().deletions().isEmpty()
          || !onlyEcho;
    }
    return session
        .trigger()
        .cause()
        .filter(cause -> cause.kind() == Cause.Kind.DRIFT_CHECK)
        .isEmpty();
  }

  /** The least of what an answer's headers leave of reads, or of writes. */
  static OptionalInt left(Answered answer, String what) {
    OptionalInt least = OptionalInt.empty();
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      String name = header.getKey();
      String value = header.getValue();
      if (name.startsWith(REMAINING)
          && name.endsWith(what)
          && name.charAt(name.length() - what.length() - 1) == '-'
          && isNumber(value)) {
        int left = Integer.parseInt(value);
        least = OptionalInt.of(Math.min(left, least.orElse(left)));
      }
    }
    return least;
  }

  /** Digits alone, and so few that they fit. */
  private static boolean isNumber(String text) {
    boolean number = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number;
  }
}
