package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Identity;
import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Holdings;
import dev.lockstep.reconcile.state.Renewals;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.state.TargetState.LastRun;
import dev.lockstep.reconcile.state.Troubles;
import dev.lockstep.reconcile.state.Withdrawals;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import dev.lockstep.reconcile.state.Writing;
import dev.lockstep.signal.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run while it holds the lock: the target, its state, and the record that the run will leave.
 * The state here is what will be written; nothing is written until {@link #save()}.
 */
final class Session {
  private final TargetId target;
  private final List<Binding> bindings;
  private final Withdrawals withdrawals;
  private final Trigger trigger;
  private final Lock lock;
  private final Blobs blobs;
  private final Pace pace;
  private final SeenTags tags;
  private final CountingArm arm;
  private final RunRecord record;
  private final Identity identity;
  private final Optional<LastRun> before;
  private TargetState state;
  private String etag;

  Session(
      TargetId target,
      List<Binding> bindings,
      Trigger trigger,
      Lock lock,
      StoredState stored,
      Ports ports,
      Pace pace) {
    this.target = target;
    this.withdrawals =
        trigger
            .order()
            .map(
                order ->
                    order.on(
                        stored.state().withdrawals(),
                        bindings,
                        new Word(trigger.who(), lock.now())))
            .orElse(stored.state().withdrawals());
    this.bindings = withdrawals.on(bindings);
    this.trigger = trigger;
    this.lock = lock;
    this.blobs = ports.state();
    this.pace = pace;
    this.state = stored.state();
    this.before = stored.state().lastRun();
    this.etag = stored.etag();
    this.identity = ports.identity();
    this.tags =
        new SeenTags(new LeasedArm(ports.arm(), lock), bindings.get(0).gateway(), lock::now);
    this.arm = new CountingArm(tags);
    this.record = new RunRecord(ports.ticker());
  }

  /** How the run before this one ended. */
  Optional<LastRun> before() {
    return before;
  }

  TargetId target() {
    return target;
  }

  List<Binding> bindings() {
    return bindings;
  }

  /** What is withdrawn for this run; remembered only when what was asked for is confirmed. */
  Withdrawals withdrawals() {
    return withdrawals;
  }

  ResourceId gateway() {
    return bindings.get(0).gateway();
  }

  Trigger trigger() {
    return trigger;
  }

  Lock lock() {
    return lock;
  }

  Arm arm() {
    return arm;
  }

  CountingArm counts() {
    return arm;
  }

  RunRecord record() {
    return record;
  }

  TargetState state() {
    return state;
  }

  Holdings holdings() {
    return state.holdings();
  }

  Flight flight() {
    return state.flight();
  }

  Agenda agenda() {
    return state.agenda();
  }

  Aftercare aftercare() {
    return state.aftercare();
  }

  /** What writing has taught, and what this run has seen. */
  Writing writing() {
    return state
        .writing()
        .with(tags.addTo(state.writing().ifMatch()))
        .with(tags.over(state.writing().budget()));
  }

  /** What lasts longer than a run. */
  Troubles troubles() {
    return state.troubles();
  }

  /** Who we are to Azure Resource Manager. */
  Optional<Writer> self() {
    return identity.self();
  }

  Instant now() {
    return lock.now();
  }

  /** Not before the true time of day, which may be up to a second after {@link #now()}. */
  Instant nowAtTheLatest() {
    return lock.nowAtTheLatest();
  }

  void set(TargetState next) {
    state = next;
  }

  void set(Holdings next) {
    state = state.with(next);
  }

  void set(Flight next) {
    state = state.with(next);
  }

  void set(Aftercare next) {
    state = state.with(next);
  }

  void set(Agenda next) {
    state = state.with(next);
  }

  void set(Writing next) {
    state = state.with(next);
  }

  void set(Renewals next) {
    state = state.with(next);
  }

  void set(Troubles next) {
    state = state.with(next);
  }

  /**
   * Writes the state, under the lease and only over what was read.
   *
   * @throws LeaseLost when somebody else wrote: then the lease was not ours any more
   */
  void save() {
    set(writing());
    lock.keep();
    etag =
        blobs
            .write(
                StoredState.blobOf(target),
                StateCodec.encode(state),
                new Blobs.Condition.Unchanged(etag),
                Optional.of(lock.id()))
            .orElseThrow(() -> new LeaseLost("the target was taken by another run meanwhile"));
  }

  /** Something moves: wait, a little longer each time in a row. */
  Outcome waiting(String why) {
    return new Outcome.Waiting(pace.waitAfter(agenda().attempts()), why);
  }

  /** Wait as told, or a little longer each time in a row. */
  Outcome waiting(Optional<Duration> told, String why) {
    return new Outcome.Waiting(told.orElse(pace.waitAfter(agenda().attempts())), why);
  }

  /** Another writer was there first. */
  Outcome conflict(Optional<Duration> told, String with) {
    return new Outcome.Conflict(told.orElse(pace.waitAfter(agenda().attempts())), with);
  }
}
