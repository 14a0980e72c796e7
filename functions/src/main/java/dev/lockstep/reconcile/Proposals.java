package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Sha256;
import dev.lockstep.plan.AdoptionProposal;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Releases;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.state.Withdrawals;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From an order and an observation to what the order would do. Pure. */
final class Proposals {
  private final Planning planning;

  Proposals(Planning planning) {
    this.planning = planning;
  }

  /**
   * @param bindings all bindings of the target, as they are configured
   * @return empty when the gateway was not read
   */
  Optional<Proposal> of(
      Order order, List<Binding> bindings, Observation seen, TargetState state, Word word) {
    if (seen.gateway().asValue().isEmpty()) {
      return Optional.empty();
    }
    Withdrawals after = order.on(state.withdrawals(), bindings, word);
    List<Binding> now = state.withdrawals().on(bindings);
    return switch (order.verb()) {
      case REMOVE -> Optional.of(removing(order, after, bindings, seen, state));
      case PUBLISH -> Optional.of(publishing(after, bindings, seen, state));
      case RELEASE -> releasing(order, now, seen, state);
      case ADOPT -> adopting(order, now, seen, state);
    };
  }

  private Proposal removing(
      Order order, Withdrawals after, List<Binding> bindings, Observation seen, TargetState state) {
    boolean ours =
        !after.equals(state.withdrawals()) && order.touches(state.holdings().owned(), bindings);
    return new Proposal.Removing(plan(after.on(bindings), seen, state), ours);
  }

  private Plan plan(List<Binding> bindings, Observation seen, TargetState state) {
    return planning.make(bindings, seen, state, Optional.empty()).plan();
  }

  private Proposal publishing(
      Withdrawals after, List<Binding> bindings, Observation seen, TargetState state) {
    boolean changed = !after.equals(state.withdrawals());
    String left =
        state.withdrawals().hosts().keySet()
            + " "
            + state.withdrawals().services().keySet()
            + " to "
            + after.hosts().keySet()
            + " "
            + after.services().keySet();
    return new Proposal.Publishing(
        after,
        changed,
        plan(after.on(bindings), seen, state),
        new PlanHash(Sha256.of("publish from " + left).substring(0, 16)));
  }

  private Optional<Proposal> releasing(
      Order order, List<Binding> bindings, Observation seen, TargetState state) {
    TreeSet<HostName> hosts =
        seen.owned().elements().values().stream()
            .filter(owned -> owned.host().filter(host -> isFor(order, bindings, owned)).isPresent())
            .flatMap(owned -> owned.host().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    PlanInput input = planning.input(bindings, seen, state.holdings());
    return Releases.of(input, hosts).map(Proposal.Releasing::new);
  }

  /** Whether it is meant; what no binding looks after any more can be released too. */
  private static boolean isFor(Order order, List<Binding> bindings, Owned owned) {
    HostName host = owned.host().orElseThrow();
    Optional<Binding> binding = of(bindings, owned.service());
    return binding
        .map(of -> order.isFor(of, host))
        .orElseGet(
            () -> order.binding().isEmpty() && order.host().filter(h -> !h.equals(host)).isEmpty());
  }

  private Optional<Proposal> adopting(
      Order order, List<Binding> bindings, Observation seen, TargetState state) {
    PlanInput input = planning.input(bindings, seen, state.holdings());
    Plan plan = plan(bindings, seen, state);
    Set<HostName> hosts = order.host().map(Set::of).orElseGet(() -> inTheWay(order, plan));
    return AdoptionProposal.of(input, hosts).map(Proposal.Adopting::new);
  }

  private static Set<HostName> inTheWay(Order order, Plan plan) {
    Set<HostName> candidates = AdoptionProposal.candidates(plan);
    return plan.blocked().stream()
        .filter(blocked -> order.binding().filter(b -> !b.equals(blocked.binding())).isEmpty())
        .flatMap(blocked -> blocked.host().stream())
        .filter(candidates::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Binding> of(List<Binding> bindings, ResourceId service) {
    return bindings.stream().filter(binding -> binding.service().equals(service)).findFirst();
  }
}
