package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import java.util.Collection;
import java.util.List;
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
 * listeners, by plans that the person has not seen.
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
    Set<String> changing =
        plan.changes().stream()
            .filter(change -> !isConfirmedRemoval(change))
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

  private boolean isConfirmedRemoval(Change change) {
    return change.kind() == Change.Kind.REMOVE
        && change.host().filter(removing::contains).isPresent();
  }
}
