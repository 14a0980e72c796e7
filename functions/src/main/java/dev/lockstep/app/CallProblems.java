package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.signal.InputProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that is wrong with a call, gathered while it is read. */
final class CallProblems {
  private final SortedSet<TargetId> known;
  private final List<InputProblem> problems = new ArrayList<>();
  private boolean unknownTarget;

  /**
   * @param known the targets that are configured
   */
  CallProblems(SortedSet<TargetId> known) {
    this.known = known;
  }

  void add(String field, String problem, String remedy) {
    problems.add(new InputProblem(field, problem, remedy));
  }

  /** The target of that name; all of them when none is named. */
  SortedSet<TargetId> targets(Optional<String> named) {
    if (known.isEmpty()) {
      add("target", "there is none", "add a binding to LOCKSTEP_BINDINGS");
    }
    if (named.isEmpty()) {
      return known;
    }
    SortedSet<TargetId> found =
        known.stream()
            .filter(target -> target.value().equalsIgnoreCase(named.get()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.isEmpty()) {
      unknownTarget = true;
      add("target", "'" + named.get() + "' is not configured", "known: " + names());
    }
    return found;
  }

  /** What was asked for concerns one target, and several are there. */
  void wantOne(SortedSet<TargetId> targets) {
    if (targets.size() > 1) {
      add("target", "is missing, and there are several", "name one of " + names());
    }
  }

  /** The hash in a parameter. */
  Optional<PlanHash> hash(String field, String text, String shownBy) {
    try {
      return Optional.of(new PlanHash(text.strip()));
    } catch (IllegalArgumentException e) {
      add(field, "'" + text + "' is not a hash", "expected the 16 hex digits that " + shownBy);
      return Optional.empty();
    }
  }

  /** Whether a parameter that says yes or no, and yes without a value, says yes. */
  boolean flag(HttpCall call, String name) {
    Optional<String> value = call.parameter(name);
    if (value.isEmpty() || value.get().equalsIgnoreCase("false")) {
      return false;
    }
    if (!value.get().isEmpty() && !value.get().equalsIgnoreCase("true")) {
      add(name, "is '" + value.get() + "'", "expected true, false or no value");
    }
    return true;
  }

  /** Parameters that nobody reads. */
  void refuseOthers(HttpCall call, String function, Collection<String> parameters) {
    call.query().keySet().stream()
        .filter(name -> !parameters.contains(name))
        .forEach(
            name ->
                add(
                    name,
                    "is not a parameter of " + function,
                    "known: " + String.join(", ", new TreeSet<>(parameters))));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All of it. */
  Reply reply() {
    return Reply.problems(
        unknownTarget ? 404 : 400, unknownTarget ? "unknownTarget" : "badRequest", problems);
  }

  private String names() {
    return known.stream().map(TargetId::value).collect(Collectors.joining(", "));
  }
}
