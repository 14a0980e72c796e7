package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Contest;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes that are not made again of our own accord, and that a person may have tried once more:
 * what the service refused, what was taken back, and what somebody else undid again and again.
 */
public final class Retries {
  private Retries() {}

  /** Why each is not made again, by its hash. */
  static SortedMap<PlanHash, String> of(TargetState state, Pace pace, Instant now) {
    TreeMap<String, String> reasons = new TreeMap<>();
    state.flight().landed().stream()
        .map(Landed::fingerprint)
        .distinct()
        .forEach(
            change -> {
              long times = lastInARow(state.flight(), change, pace, now);
              if (times >= pace.contestedTimes()) {
                reasons.put(change, "undone by somebody else " + times + " times lately");
              }
            });
    state
        .flight()
        .refused()
        .filter(Flight.Refused::last)
        .ifPresent(refused -> reasons.put(refused.fingerprint(), refused.reason()));
    state
        .aftercare()
        .heldBack()
        .hosts()
        .forEach(
            (host, held) -> reasons.put(HeldBack.nameOf(host, held), host + ": " + held.reason()));
    state
        .writing()
        .quarantine()
        .hosts()
        .forEach((host, entry) -> reasons.put(entry.hash(), host + ": " + entry.reason()));
    TreeMap<PlanHash, String> byHash = new TreeMap<>(Comparator.comparing(PlanHash::value));
    reasons.keySet().removeIf(change -> !change.matches("[0-9a-f]{16}"));
    reasons.forEach((change, reason) -> byHash.put(new PlanHash(change), reason));
    return Collections.unmodifiableSortedMap(byHash);
  }

  /** The state in which no refusal, rollback or contest stands against that change any more. */
  static TargetState lifted(TargetState state, PlanHash change) {
    Flight flight = state.flight();
    Aftercare aftercare = state.aftercare();
    HeldBack heldBack = aftercare.heldBack().without(change.value());
    // What was done lately counts from now on: else the next look would find the same again.
    Contest contest = heldBack.equals(aftercare.heldBack()) ? aftercare.contest() : Contest.NONE;
    return state
        .with(aftercare.with(heldBack).with(contest))
        .with(
            new Flight(
                flight.inFlight(),
                flight.refused().filter(refused -> !refused.fingerprint().equals(change.value())),
                flight.landed().stream()
                    .filter(landed -> !landed.fingerprint().equals(change.value()))
                    .toList()));
  }

  /** What became of the wish to try a change once more. */
  public sealed interface Result {
    /** A run has begun; the outcome says how far it came. */
    record Retried(Outcome outcome) implements Result {}

    /** Nothing of that hash is held back; these are. */
    record Unknown(SortedMap<PlanHash, String> heldBack) implements Result {
      public Unknown {
        heldBack = Collections.unmodifiableSortedMap(new TreeMap<>(heldBack));
      }
    }

    /** Something else is under way on this target; nothing was done. Ask again shortly. */
    record Busy(String why) implements Result {}
  }

  /** Whether the change is one that can be tried again. */
  static Optional<String> reason(TargetState state, Pace pace, Instant now, PlanHash change) {
    return Optional.ofNullable(of(state, pace, now).get(change));
  }

  /**
   * How often this change was the last to take effect, lately; one that we undid ourselves starts
   * anew.
   */
  static long lastInARow(Flight flight, String fingerprint, Pace pace, Instant now) {
    List<Landed> landed = new ArrayList<>(flight.landed());
    Collections.reverse(landed);
    return landed.stream()
        .takeWhile(change -> change.fingerprint().equals(fingerprint))
        .filter(change -> change.at().plus(pace.contested()).isAfter(now))
        .count();
  }
}
