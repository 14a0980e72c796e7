package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.reconcile.state.Holdings;
import dev.lockstep.reconcile.state.Holdings.Removing;
import dev.lockstep.reconcile.state.Renewals;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.trust.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a plan, and keeps the book that planning needs between runs: absences, and removals that a
 * person has confirmed. Those take several runs, since record sets leave later than listeners, so
 * their host names are remembered until none of them is left to remove. Pure.
 */
final class Planning {
  private final Estate estate;
  private final Brain brain;
  private final PublicRoots publicRoots;
  private final RenewalWatch renewals;

  Planning(Estate estate, Brain brain, PublicRoots publicRoots, RenewalWatch renewals) {
    this.renewals = renewals;
    this.estate = estate;
    this.brain = brain;
    this.publicRoots = publicRoots;
  }

  /**
   * A plan.
   *
   * @param input what it was made of
   * @param holdings the holdings after it was made
   * @param lifts whether it changes host names that are left alone otherwise: a person wants it
   * @param renewals the renewals as they are now
   */
  record Made(Plan plan, PlanInput input, Holdings holdings, boolean lifts, Renewals renewals) {}

  /**
   * The plan on an observation.
   *
   * @param reviewed the plan that a person wants; it is made if the observation still gives it
   */
  Made make(
      List<Binding> bindings, Observation seen, TargetState state, Optional<PlanHash> reviewed) {
    Renewals now = renewals.next(state.renewals(), bindings, seen);
    PlanInput free =
        input(bindings, seen, state.holdings())
            .withQuarantine(state.writing().quarantine())
            .keepingRoots(now.isUnderWay(seen.at()));
    PlanInput input = Withholding.of(state.aftercare().heldBack(), free, brain.planner());
    boolean held = !input.restraint().hosts().isEmpty();
    Optional<Made> lifting =
        held ? wanted(reviewed, free, state.holdings()) : Optional.<Made>empty();
    Made made =
        lifting
            .or(() -> wanted(reviewed, input, state.holdings()))
            .or(() -> goingOn(state, input))
            .orElseGet(() -> usual(input, state.holdings()));
    return new Made(
        made.plan(),
        made.input(),
        made.holdings().missing(Absences.next(input)),
        lifting.isPresent(),
        now);
  }

  /** What is left of a plan that a person has confirmed in an earlier run. */
  private Optional<Made> goingOn(TargetState state, PlanInput input) {
    return state
        .mandate()
        .flatMap(
            mandate ->
                Optional.of(brain.planner().apply(input.withRemovalsConfirmed()))
                    .filter(plan -> !plan.isEmpty() && Mandates.covers(mandate, plan)))
        .map(plan -> wanted(plan, input, state.holdings()));
  }

  private Optional<Made> wanted(Optional<PlanHash> reviewed, PlanInput input, Holdings holdings) {
    return reviewed
        .flatMap(hash -> brain.confirmed().apply(input, hash))
        .map(plan -> wanted(plan, input, holdings));
  }

  /** What an ordinary plan is made of. */
  PlanInput input(List<Binding> bindings, Observation seen, Holdings holdings) {
    return new PlanInput(estate.instance(), bindings, seen, holdings.absences())
        .withPublicRoots(seen.certificates().isEmpty() ? Pool.EMPTY : publicRoots.pool())
        .withNeighbours(estate.neighbours(bindings))
        .freezing(Freezes.at(seen.at(), bindings));
  }

  private static Made wanted(Plan plan, PlanInput input, Holdings holdings) {
    Set<HostName> leaving = leaving(plan);
    return new Made(
        plan,
        input.withRemovalsConfirmed(),
        leaving.isEmpty() ? holdings : holdings.removing(new Removing(leaving)),
        false,
        Renewals.NONE);
  }

  /** The ordinary plan; the one with confirmed removals as long as it removes none but those. */
  private Made usual(PlanInput input, Holdings holdings) {
    if (holdings.removing().isPresent()) {
      PlanInput confirmed = input.withRemovalsConfirmed();
      Plan removal = brain.planner().apply(confirmed);
      Set<HostName> leaving = leaving(removal);
      if (leaving.isEmpty()) {
        return new Made(
            brain.planner().apply(input), input, holdings.removed(), false, Renewals.NONE);
      }
      if (holdings.removing().get().hosts().containsAll(leaving)) {
        return new Made(removal, confirmed, holdings, false, Renewals.NONE);
      }
    }
    return new Made(brain.planner().apply(input), input, holdings, false, Renewals.NONE);
  }

  /** The same without the changes of these bindings. */
  Made without(Made made, List<Binding> held) {
    if (held.isEmpty()) {
      return made;
    }
    PlanInput input = made.input().holding(held.stream().map(Binding::name).toList());
    return new Made(
        brain.planner().apply(input), input, made.holdings(), made.lifts(), made.renewals());
  }

  /** The same with the changes of frozen bindings. */
  Made thawed(Made made) {
    if (made.input().restraint().frozen().isEmpty()) {
      return made;
    }
    PlanInput input = made.input().freezing(Map.of());
    return new Made(
        brain.planner().apply(input), input, made.holdings(), made.lifts(), made.renewals());
  }

  private static Set<HostName> leaving(Plan plan) {
    Set<HostName> hosts = new TreeSet<>();
    plan.changes().stream()
        .filter(change -> change.kind() == Change.Kind.REMOVE)
        .forEach(change -> change.host().ifPresent(hosts::add));
    return hosts;
  }
}
