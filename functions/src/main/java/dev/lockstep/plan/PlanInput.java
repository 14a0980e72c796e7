package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Observation;
import dev.lockstep.trust.Pool;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a plan depends on.
 *
 * @param instance this installation
 * @param bindings all bindings that name the observation's gateway
 * @param observation what Azure says now
 * @param absences when complete reads first lacked a host name that we publish
 * @param confirmation what a person has confirmed
 * @param restraint bindings that may not change anything for now
 * @param neighbours the bindings of other gateways before a service of these bindings: what they
 *     want of DNS counts here as well
 * @param quarantine host names whose elements the service refused
 * @param publicRoots the roots that every gateway trusts by itself; needed only where certificates
 *     were looked at
 */
@RecordBuilder
public record PlanInput(
    InstanceId instance,
    List<Binding> bindings,
    Observation observation,
    Absences absences,
    Confirmation confirmation,
    Restraint restraint,
    List<Binding> neighbours,
    Quarantine quarantine,
    Pool publicRoots)
    implements PlanInputBuilder.With {
  public PlanInput {
    bindings = List.copyOf(bindings);
    neighbours = List.copyOf(neighbours);
  }

  /** The input of an ordinary run: nothing confirmed or held, no certificate looked at. */
  public PlanInput(
      InstanceId instance, List<Binding> bindings, Observation observation, Absences absences) {
    this(
        instance,
        bindings,
        observation,
        absences,
        Confirmation.NONE,
        Restraint.NONE,
        List.of(),
        Quarantine.NONE,
        Pool.EMPTY);
  }

  /** The same input with removals confirmed. */
  public PlanInput withRemovalsConfirmed() {
    return withConfirmation(Confirmation.REMOVALS);
  }

  /**
   * The same input for carrying out: the changes of these bindings are left out, since nobody has
   * confirmed them.
   *
   * @param unconfirmed names of bindings
   */
  public PlanInput holding(Collection<String> unconfirmed) {
    return withRestraint(restraint.withUnconfirmed(unconfirmed));
  }

  /**
   * The same input while bindings are frozen.
   *
   * @param frozen the reason by name of the binding
   */
  public PlanInput freezing(Map<String, String> frozen) {
    return withRestraint(restraint.withFrozen(frozen));
  }

  /**
   * The same input while host names are left alone.
   *
   * @param hosts the reason by host name
   */
  public PlanInput withholding(Map<HostName, Withheld> hosts) {
    return withRestraint(restraint.withHosts(hosts));
  }

  /** The same input while certificates are being renewed: no setting loses a trusted root. */
  public PlanInput keepingRoots(boolean keeps) {
    return withRestraint(restraint.keepingRoots(keeps));
  }

  /** The same input with nothing held. */
  PlanInput unrestrained() {
    return withRestraint(Restraint.NONE);
  }

  /** The names of the bindings that may not change anything. */
  Set<String> held() {
    return bindings.stream()
        .map(Binding::name)
        .filter(restraint::holds)
        .collect(Collectors.toUnmodifiableSet());
  }
}
