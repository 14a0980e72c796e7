package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Reads a call of {@code POST /api/resync/{target?}}. Everything that is wrong is told at once.
 *
 * <pre>
 * query           | one target named, or only one there is | none named, several there
 * ----------------+----------------------------------------+--------------------------
 * none            | signal                                 | a signal for each
 * plan, plan=true | its plan                               | problem: name one
 * apply=&lt;hash&gt;    | carried out                            | problem: name one
 * retry           | what is held back                      | problem: name one
 * retry=&lt;hash&gt;    | tried once more                        | problem: name one
 * </pre>
 */
final class ResyncReader {
  private final CallProblems problems;

  private ResyncReader(SortedSet<TargetId> known) {
    this.problems = new CallProblems(known);
  }

  /** What a call asks for, or why it cannot be understood. */
  sealed interface Reading {
    /** It asks for this. */
    record Understood(ResyncRequest request) implements Reading {}

    /** It is answered with this. */
    record Refused(Reply reply) implements Reading {}
  }

  static Reading read(HttpCall call, SortedSet<TargetId> known) {
    return new ResyncReader(known).read(call);
  }

  private Reading read(HttpCall call) {
    SortedSet<TargetId> targets = problems.targets(call.segmentAfter("resync"));
    boolean plan = problems.flag(call, "plan");
    boolean heldBack = call.parameter("retry").filter(String::isBlank).isPresent();
    Optional<PlanHash> reviewed =
        call.parameter("apply").flatMap(text -> problems.hash("apply", text, "resync?plan shows"));
    Optional<PlanHash> change =
        call.parameter("retry")
            .filter(text -> !text.isBlank())
            .flatMap(text -> problems.hash("retry", text, "resync?retry shows"));
    checkTogether(call, plan, targets);
    if (!problems.isEmpty()) {
      return new Reading.Refused(problems.reply());
    }
    if (plan) {
      return new Reading.Understood(new ResyncRequest.Show(targets.first()));
    }
    if (heldBack) {
      return new Reading.Understood(new ResyncRequest.HeldBack(targets.first()));
    }
    Optional<ResyncRequest> apply =
        reviewed.map(hash -> new ResyncRequest.Apply(targets.first(), hash));
    Optional<ResyncRequest> retry =
        change.map(hash -> new ResyncRequest.Retry(targets.first(), hash));
    return new Reading.Understood(
        apply.or(() -> retry).orElseGet(() -> new ResyncRequest.Look(targets)));
  }

  private void checkTogether(HttpCall call, boolean plan, SortedSet<TargetId> targets) {
    boolean apply = call.parameter("apply").isPresent();
    boolean retry = call.parameter("retry").isPresent();
    if (plan && apply) {
      problems.add("apply", "stands beside plan", "ask for the plan first, then apply its hash");
    }
    if (retry && (plan || apply)) {
      problems.add("retry", "stands beside another wish", "ask for one thing at a time");
    }
    if (plan || apply || retry) {
      problems.wantOne(targets);
    }
    problems.refuseOthers(call, "resync", ResyncRequest.PARAMETERS);
  }
}
