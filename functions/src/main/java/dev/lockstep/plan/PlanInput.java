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
 * @param neighbours the bindings of other gateways before a service of these bindings: what they
 *     want of DNS counts here as well
 */
public record PlanInput(
    InstanceId instance,
    List<Binding> bindings,
    Observation observation,
    Absences absences,
    Confirmation confirmation,
    List<Binding> neighbours) {
  public PlanInput {
    bindings = List.copyOf(bindings);
    neighbours = List.copyOf(neighbours);
  }

  /** The input of an ordinary run: nothing confirmed. */
  public PlanInput(
      InstanceId instance, List<Binding> bindings, Observation observation, Absences absences) {
    this(instance, bindings, observation, absences, Confirmation.NONE, List.of());
  }

  /** The same input with removals confirmed. */
  public PlanInput withRemovalsConfirmed() {
    return new PlanInput(
        instance, bindings, observation, absences, Confirmation.REMOVALS, neighbours);
  }

  /** The same input with bindings of other gateways. */
  public PlanInput withNeighbours(List<Binding> others) {
    return new PlanInput(instance, bindings, observation, absences, confirmation, others);
  }
}
