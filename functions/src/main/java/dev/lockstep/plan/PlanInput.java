package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Observation;
import dev.lockstep.trust.Pool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
public record PlanInput(
    InstanceId instance,
    List<Binding> bindings,
    Observation observation,
    Absences absences,
    Confirmation confirmation,
    Restraint restraint,
    List<Binding> neighbours,
    Quarantine quarantine,
    Pool publicRoots) {
  public PlanInput {
    bindings = List.copyOf(bindings);
    neighbours = List.copyOf(neighbours);
  }

  /** The same with nobody in quarantine. */
  public PlanInput(
      InstanceId instance,
      List<Binding> bindings,
      Observation observation,
      Absences absences,
      Confirmation confirmation,
      Restraint restraint,
      List<Binding> neighbours) {
    this(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        restraint,
        neighbours,
        Quarantine.NONE);
  }

  /** The input of an ordinary run: nothing confirmed, nothing held. */
  public PlanInput(
      InstanceId instance, List<Binding> bindings, Observation observation, Absences absences) {
    this(instance, bindings, observation, absences, Confirmation.NONE, Restraint.NONE, List.of());
  }

  /** The input where no certificate was looked at. */
  public PlanInput(
      InstanceId instance,
      List<Binding> bindings,
      Observation observation,
      Absences absences,
      Confirmation confirmation,
      Restraint restraint,
      List<Binding> neighbours,
      Quarantine quarantine) {
    this(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        restraint,
        neighbours,
        quarantine,
        Pool.EMPTY);
  }

  /** The same input with the roots that count as public. */
  public PlanInput knowing(Pool roots) {
    return new PlanInput(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        restraint,
        neighbours,
        quarantine,
        roots);
  }

  /** The same input with removals confirmed. */
  public PlanInput withRemovalsConfirmed() {
    return new PlanInput(
        instance,
        bindings,
        observation,
        absences,
        Confirmation.REMOVALS,
        restraint,
        neighbours,
        quarantine,
        publicRoots);
  }

  /** The same input with bindings of other gateways. */
  public PlanInput withNeighbours(List<Binding> others) {
    return new PlanInput(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        restraint,
        others,
        quarantine,
        publicRoots);
  }

  /**
   * The same input for carrying out: the changes of these bindings are left out, since nobody has
   * confirmed them.
   *
   * @param unconfirmed names of bindings
   */
  public PlanInput holding(Collection<String> unconfirmed) {
    return with(restraint.withUnconfirmed(unconfirmed));
  }

  /**
   * The same input while bindings are frozen.
   *
   * @param frozen the reason by name of the binding
   */
  public PlanInput freezing(Map<String, String> frozen) {
    return with(restraint.withFrozen(frozen));
  }

  /**
   * The same input while host names are left alone.
   *
   * @param hosts the reason by host name
   */
  public PlanInput withholding(Map<HostName, Withheld> hosts) {
    return with(restraint.withHosts(hosts));
  }

  /** The same input while certificates are being renewed: no setting loses a trusted root. */
  public PlanInput keepingRoots(boolean keeps) {
    return with(restraint.keepingRoots(keeps));
  }

  /** The same input with host names in quarantine. */
  public PlanInput quarantining(Quarantine other) {
    return new PlanInput(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        restraint,
        neighbours,
        other,
        publicRoots);
  }

  /** The same input with nothing held. */
  PlanInput unrestrained() {
    return with(Restraint.NONE);
  }

  private PlanInput with(Restraint other) {
    return new PlanInput(
        instance,
        bindings,
        observation,
        absences,
        confirmation,
        other,
        neighbours,
        quarantine,
        publicRoots);
  }

  /** The same input with another observation. */
  PlanInput seeing(Observation other) {
    return new PlanInput(
        instance,
        bindings,
        other,
        absences,
        confirmation,
        restraint,
        neighbours,
        quarantine,
        publicRoots);
  }

  /** The names of the bindings that may not change anything. */
  Set<String> held() {
    return bindings.stream()
        .map(Binding::name)
        .filter(restraint::holds)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
