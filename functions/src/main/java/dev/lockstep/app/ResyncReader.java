package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.signal.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a call of {@code POST /api/resync/{target?}}. Everything that is wrong is told at once.
 *
 * <pre>
 * query           | one target named, or only one there is | none named, several there
 * ----------------+----------------------------------------+--------------------------
 * none            | signal                                 | a signal for each
 * plan, plan=true | its plan                               | problem: name one
 * apply=&lt;hash&gt;    | carried out                            | problem: name one
 * </pre>
 */
final class ResyncReader {
  private final SortedSet<TargetId> known;
  private final List<InputProblem> problems = new ArrayList<>();
  private boolean unknownTarget;

  private ResyncReader(SortedSet<TargetId> known) {
    this.known = known;
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
    SortedSet<TargetId> targets = targets(call.segmentAfter("resync"));
    boolean plan = wantsPlan(call);
    Optional<PlanHash> reviewed = call.parameter("apply").flatMap(this::hash);
    checkTogether(call, plan, targets);
    if (!problems.isEmpty()) {
      return new Reading.Refused(
          Reply.problems(
              unknownTarget ? 404 : 400, unknownTarget ? "unknownTarget" : "badRequest", problems));
    }
    if (plan) {
      return new Reading.Understood(new ResyncRequest.Show(targets.first()));
    }
    return new Reading.Understood(
        reviewed
            .<ResyncRequest>map(hash -> new ResyncRequest.Apply(targets.first(), hash))
            .orElseGet(() -> new ResyncRequest.Look(targets)));
  }

  private SortedSet<TargetId> targets(Optional<String> named) {
    if (named.isEmpty()) {
      return known;
    }
    SortedSet<TargetId> found =
        known.stream()
            .filter(target -> target.value().equalsIgnoreCase(named.get()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.isEmpty()) {
      unknownTarget = true;
      problem("target", "'" + named.get() + "' is not configured", "known: " + names());
    }
    return found;
  }

  private boolean wantsPlan(HttpCall call) {
    Optional<String> value = call.parameter("plan");
    if (value.isEmpty() || value.get().equalsIgnoreCase("false")) {
      return false;
    }
    if (!value.get().isEmpty() && !value.get().equalsIgnoreCase("true")) {
      problem("plan", "is '" + value.get() + "'", "expected true, false or no value");
    }
    return true;
  }

  private Optional<PlanHash> hash(String text) {
    try {
      return Optional.of(new PlanHash(text.strip()));
    } catch (IllegalArgumentException e) {
      problem(
          "apply",
          "'" + text + "' is not the hash of a plan",
          "expected the 16 hex digits that resync?plan shows");
      return Optional.empty();
    }
  }

  private void checkTogether(HttpCall call, boolean plan, SortedSet<TargetId> targets) {
    boolean apply = call.parameter("apply").isPresent();
    if (plan && apply) {
      problem("apply", "stands beside plan", "ask for the plan first, then apply its hash");
    }
    if ((plan || apply) && targets.size() > 1) {
      problem("target", "is missing, and there are several", "name one of " + names());
    }
    if (known.isEmpty()) {
      problem("target", "there is none", "add a binding to LOCKSTEP_BINDINGS");
    }
    call.query().keySet().stream()
        .filter(name -> !ResyncRequest.PARAMETERS.contains(name))
        .forEach(name -> problem(name, "is not a parameter of resync", "known: plan, apply"));
  }

  private String names() {
    return known.stream().map(TargetId::value).collect(Collectors.joining(", "));
  }

  private void problem(String field, String problem, String remedy) {
    problems.add(new InputProblem(field, problem, remedy));
  }
}
