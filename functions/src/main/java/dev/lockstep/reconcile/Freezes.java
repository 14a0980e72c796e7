package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When bindings are frozen by their windows, and when the first of them may go on. */
final class Freezes {
  // What is decided now is on its way a moment later.
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private Freezes() {}

  /** The frozen bindings by name, each with the reason in words. */
  static Map<String, String> at(Instant moment, List<Binding> bindings) {
    Map<String, String> frozen = new TreeMap<>();
    for (Binding binding : bindings) {
      FreezeWindow.until(binding.freezes(), moment)
          .ifPresent(end -> frozen.put(binding.name(), "frozen until " + end));
    }
    return frozen;
  }

  /** When the first binding thaws whose changes wait for it; empty when none do. */
  static Optional<Instant> thaw(Session session, Plan plan) {
    return plan.blocked().stream()
        .filter(blocked -> blocked.code() == BlockCode.FROZEN)
        .flatMap(blocked -> end(session, blocked).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> end(Session session, Blocked blocked) {
    return session.bindings().stream()
        .filter(binding -> binding.name().equals(blocked.binding()))
        .findFirst()
        .flatMap(binding -> FreezeWindow.until(binding.freezes(), session.lock().acquiredAt()));
  }

  /** When the last of these bindings thaws, seen from now; empty when none of them is frozen. */
  static Optional<Instant> thaw(Session session, List<Binding> bindings) {
    return bindings.stream()
        .flatMap(binding -> FreezeWindow.until(binding.freezes(), session.now()).stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * Ends a run that is about to write while a window begins: what it may write was decided before.
   * The next run, in a moment, knows of the window.
   */
  static Optional<Step> begun(Session session) {
    Map<String, String> before = at(session.lock().acquiredAt(), session.bindings());
    Map<String, String> soon = at(session.nowAtTheLatest().plus(AHEAD), session.bindings());
    soon.keySet().removeAll(before.keySet());
    return soon.entrySet().stream()
        .findFirst()
        .map(
            begun ->
                new Step.End(
                    new Outcome.Waiting(
                        AHEAD, "the binding " + begun.getKey() + " is " + begun.getValue())));
  }

  /** How a run ends whose plan waits for nothing but a thaw. */
  static Optional<Outcome> waiting(Session session, Plan plan) {
    boolean nothingElse =
        plan.blocked().stream().allMatch(blocked -> blocked.code() == BlockCode.FROZEN);
    return thaw(session, plan)
        .filter(end -> nothingElse)
        .map(
            end ->
                new Outcome.Waiting(
                    Duration.between(session.now(), end), plan.blocked().get(0).reason()));
  }
}
