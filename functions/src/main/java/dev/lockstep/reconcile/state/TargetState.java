package dev.lockstep.reconcile.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything a target remembers between runs. It lives in one blob, written under the target's
 * lease and with If-Match.
 *
 * @param runs how many runs have written this state; names the next wake, so that no two wakes ever
 *     share an id
 * @param holdings what is ours and what we are allowed
 * @param flight the gateway change under way and what became of earlier ones
 * @param agenda what is still to be looked at
 * @param lastRun how the latest run ended
 * @param withdrawals what persons have taken back
 * @param aftercare what was before gateway changes, and what became of them
 * @param writing what writing has taught
 * @param versions how our api-version compares with the newest one
 * @param renewals what its certificates are, and who does not follow them yet
 * @param troubles what lasts longer than a run, and whether persons were told
 * @param mandate the plan that a person has confirmed and that is not carried out yet
 */
@RecordBuilder
public record TargetState(
    long runs,
    Holdings holdings,
    Flight flight,
    Agenda agenda,
    Optional<LastRun> lastRun,
    Withdrawals withdrawals,
    Aftercare aftercare,
    Writing writing,
    VersionLook versions,
    Renewals renewals,
    Troubles troubles,
    Optional<Mandate> mandate)
    implements TargetStateBuilder.With {
  /** A target that nobody has looked at yet. */
  public static final TargetState INITIAL =
      new TargetState(
          0,
          Holdings.NONE,
          Flight.NONE,
          Agenda.NONE,
          Optional.empty(),
          Withdrawals.NONE,
          Aftercare.NONE,
          Writing.NONE,
          VersionLook.NONE,
          Renewals.NONE,
          Troubles.NONE,
          Optional.empty());

  /** A target whose writes have taught nothing yet. */
  public TargetState(
      long runs, Holdings holdings, Flight flight, Agenda agenda, Optional<LastRun> lastRun) {
    this(
        runs,
        holdings,
        flight,
        agenda,
        lastRun,
        Withdrawals.NONE,
        Aftercare.NONE,
        Writing.NONE,
        VersionLook.NONE,
        Renewals.NONE,
        Troubles.NONE,
        Optional.empty());
  }

  /** The same with other holdings. */
  public TargetState with(Holdings other) {
    return withHoldings(other);
  }

  /** The same with another flight. */
  public TargetState with(Flight other) {
    return withFlight(other);
  }

  /** The same with another agenda. */
  public TargetState with(Agenda other) {
    return withAgenda(other);
  }

  /** The same with other withdrawals. */
  public TargetState with(Withdrawals other) {
    return withWithdrawals(other);
  }

  /** The same with another aftercare. */
  public TargetState with(Aftercare other) {
    return withAftercare(other);
  }

  /** The same, writing having taught more. */
  public TargetState with(Writing other) {
    return withWriting(other);
  }

  /** The same with another comparison of api-versions. */
  public TargetState with(VersionLook other) {
    return withVersions(other);
  }

  /** The same, one run later. */
  public TargetState after(LastRun run) {
    return with(next -> next.runs(runs + 1).lastRun(Optional.of(run)));
  }

  /** The same with other renewals. */
  public TargetState with(Renewals other) {
    return withRenewals(other);
  }

  /** The same with other troubles. */
  public TargetState with(Troubles other) {
    return withTroubles(other);
  }

  /** The same with another mandate, or none. */
  public TargetState mandated(Optional<Mandate> other) {
    return withMandate(other);
  }

  /**
   * How a run ended, for those who ask.
   *
   * @param at when its observation began, by the storage service's clock
   * @param outcome name of the outcome
   * @param why one sentence, may be empty
   */
  public record LastRun(Instant at, String outcome, String why) {}
}
