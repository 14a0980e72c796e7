package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Observation;
import java.util.List;

/**
 * Everything that a plan depends on.
 *
 * @param instance this installation
 * @param bindings all bindings that name the observation's gateway
 * @param observation what Azure says now
 * @param absences when complete reads first lacked a host name that we publish
 * @param confirmation what a person has confirmed
 */
public record PlanInput(
    InstanceId instance,
    List<Binding> bindings,
    Observation observation,
    Absences absences,
    Confirmation confirmation) {
  public PlanInput {
    bindings = List.copyOf(bindings);
  }

  /** The input of an ordinary run: nothing confirmed. */
  public PlanInput(
      InstanceId instance, List<Binding> bindings, Observation observation, Absences absences) {
    this(instance, bindings, observation, absences, Confirmation.NONE);
  }

  /** The same input with removals confirmed. */
  public PlanInput withRemovalsConfirmed() {
    return new PlanInput(instance, bindings, observation, absences, Confirmation.REMOVALS);
  }
}
