package dev.lockstep.reconcile;

import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.signal.Cause;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps the last requests that Azure Resource Manager would answer for runs that have something to
 * do: while little is left, a drift check and the looks after an event wait.
 */
final class Thrift {
  private static final String REMAINING = "x-ms-ratelimit-remaining-";

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
    Map<String, String> said =
        answer.headers().entrySet().stream()
            .filter(header -> header.getKey().startsWith(REMAINING))
            .filter(header -> header.getKey().endsWith("-" + what))
            .filter(header -> header.getValue().matches("\\d{1,9}"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return said.values().stream().flatMapToInt(v -> IntStream.of(Integer.parseInt(v))).min();
  }
}
