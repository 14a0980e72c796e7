package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.Withdrawn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person has allowed so far, and so which bindings' changes wait.
 *
 * <pre>
 * binding's mode | the target was confirmed once | a change of the binding
 * ---------------+-------------------------------+------------------------------------------
 * plan           | any                           | waits: each plan is confirmed by its hash
 * confirm        | no                            | waits
 * confirm        | yes                           | is carried out
 * apply          | any                           | is carried out
 * </pre>
 *
 * A removal that a person has confirmed does not wait again: record sets leave later than
 * listeners, by plans that the person has not seen. Nor does that of a host name that a person has
 * withdrawn, together with what nobody uses after it.
 *
 * @param confirmed whether a plan of this target was ever confirmed
 * @param removing host names whose removal was confirmed and is not complete yet
 */
public record Consent(boolean confirmed, Set<HostName> removing) {
  public Consent {
    removing = Set.copyOf(removing);
  }

  /**
   * The bindings whose changes in the plan wait for a person.
   *
   * @param bindings the bindings that the plan was made for
   * @return by name
   */
  public List<Binding> missing(Plan plan, Collection<Binding> bindings) {
    Map<String, Withdrawn> withdrawn = leaving(plan, bindings);
    Set<String> changing =
        plan.changes().stream()
            .filter(change -> !isConfirmedRemoval(change) && !isWithdrawal(change, withdrawn))
            .map(Change::binding)
            .collect(Collectors.toSet());
    return bindings.stream()
        .filter(binding -> waits(binding.mode()) && changing.contains(binding.name()))
        .sorted(java.util.Comparator.comparing(Binding::name))
        .toList();
  }

  private boolean waits(Mode mode) {
    return switch (mode) {
      case PLAN -> true;
      case CONFIRM -> !confirmed;
      case APPLY -> false;
    };
  }

  /** What is withdrawn of each binding whose withdrawn host names leave by this plan. */
  private static Map<String, Withdrawn> leaving(Plan plan, Collection<Binding> bindings) {
    return bindings.stream()
        .filter(
            binding ->
                plan.changes().stream()
                    .filter(change -> change.binding().equals(binding.name()))
                    .anyMatch(change -> leaves(change, binding.withdrawn())))
        .collect(Collectors.toMap(Binding::name, Binding::withdrawn));
  }

  private static boolean leaves(Change change, Withdrawn withdrawn) {
    return change.kind() == Change.Kind.REMOVE
        && change.host().filter(withdrawn::covers).isPresent();
  }

  private static boolean isWithdrawal(Change change, Map<String, Withdrawn> withdrawn) {
    Optional<Withdrawn> of = Optional.ofNullable(withdrawn.get(change.binding()));
    return change.kind() == Change.Kind.REMOVE
        && of.filter(w -> change.host().isEmpty() || leaves(change, w)).isPresent();
  }

  private boolean isConfirmedRemoval(Change change) {
    return change.kind() == Change.Kind.REMOVE
        && change.host().filter(removing::contains).isPresent();
  }
}
