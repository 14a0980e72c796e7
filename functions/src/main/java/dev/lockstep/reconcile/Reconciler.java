package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.Observation;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.Optional;

/**
 * Brings a target from what is to what should be, one run at a time (design section 5; protocol:
 * docs/protocol.md). It never looks at what an event said, only at what is. It never waits: what
 * has to wait is looked at by a later message, which it sends itself.
 */
public final class Reconciler {
  private final Estate estate;
  private final Planning planning;
  private final Ports ports;
  private final Pace pace;
  private final Observer observer;
  private final Section section;
  private final Journal journal;
  private final Aftermath aftermath;
  private final SignalFilter filter;

  /**
   * @param estate the targets and their bindings
   * @param brain the pure parts
   * @param ports the outside
   * @param versions api-versions to read and write with
   * @param pace the protocol's durations
   */
  public Reconciler(Estate estate, Brain brain, Ports ports, ApiVersions versions, Pace pace) {
    Reads reads = new Reads(new Paths(versions));
    this.estate = estate;
    this.planning = new Planning(estate, brain);
    this.ports = ports;
    this.pace = pace;
    this.observer = new Observer(reads, ports.tasks());
    this.section = new Section(planning, reads, observer, pace);
    this.journal = new Journal(ports.journal(), brain.asData());
    this.aftermath = new Aftermath(ports, journal, pace);
    this.filter = new SignalFilter(pace);
  }

  /**
   * One run for one message. Whatever has to be looked at later has been scheduled when it returns.
   *
   * @throws StorageFailure when storage does not answer: the message must come back by itself
   */
  public Outcome run(Message message, MessageMeta meta) {
    Optional<List<Binding>> bindings = estate.bindings(message.target());
    if (bindings.isEmpty()) {
      return aftermath.skipped(message, "no binding names this target");
    }
    try {
      Optional<String> answered = answered(message, meta);
      return answered.isPresent()
          ? aftermath.skipped(message, answered.get())
          : locked(message, meta, bindings.get());
    } catch (UnreadableState e) {
      return aftermath.line(
          message.target(),
          Trigger.of(message).name(),
          new Outcome.Failed(
              "the state of the target cannot be read: " + e.getMessage(),
              "Deploy the version that wrote it. If it was damaged, delete its blob in"
                  + " lockstep-state: what is on the gateway then counts as orphaned until adopted."));
    }
  }

  private Optional<String> answered(Message message, MessageMeta meta) {
    TargetState state = StoredState.read(ports.state(), message.target()).state();
    return filter.reasonToDrop(message, meta, state, ports.clock().instant());
  }

  private Outcome locked(Message message, MessageMeta meta, List<Binding> bindings) {
    Optional<Lock> lock = lock(message.target());
    if (lock.isEmpty()) {
      return aftermath.later(message, "another run has the target");
    }
    Section.Ended ended;
    try (Lock held = lock.get()) {
      StoredState stored = StoredState.read(ports.state(), message.target());
      Optional<String> answered = filter.reasonToDrop(message, meta, stored.state(), held.now());
      if (answered.isPresent()) {
        return aftermath.skipped(message, answered.get());
      }
      ended = section.run(session(message.target(), bindings, Trigger.of(message), held, stored));
    } catch (LeaseLost e) {
      return aftermath.later(message, e.getMessage());
    }
    return aftermath.of(ended);
  }

  /**
   * Carries out exactly the plan that was reviewed, and confirms the target by it.
   *
   * @param who whose word it is: the name of a key, or an object id
   * @throws IllegalArgumentException when no binding names the target
   */
  public ApplyResult apply(TargetId target, PlanHash reviewed, String who) {
    List<Binding> bindings = bindings(target);
    Optional<Lock> lock = lock(target);
    if (lock.isEmpty()) {
      return new ApplyResult.Busy("another run has the target");
    }
    Section.Ended ended;
    try (Lock held = lock.get()) {
      StoredState stored = StoredState.read(ports.state(), target);
      ended = section.run(session(target, bindings, Trigger.apply(reviewed, who), held, stored));
    } catch (LeaseLost e) {
      return new ApplyResult.Busy(e.getMessage());
    }
    aftermath.of(ended);
    return Applied.result(ended, reviewed);
  }

  /**
   * Tries once more what was put in quarantine under that hash.
   *
   * @param hash what was desired of the host name, as the finding and the status name it
   * @param who whose word it is: the name of a key, or an object id
   * @return how the run ended; Skipped when nothing in quarantine has that hash, or the target is
   *     busy
   * @throws IllegalArgumentException when no binding names the target
   */
  public Outcome retry(TargetId target, String hash, String who) {
    List<Binding> bindings = bindings(target);
    Optional<Lock> lock = lock(target);
    if (lock.isEmpty()) {
      return new Outcome.Skipped("another run has the target; ask again");
    }
    Section.Ended ended;
    try (Lock held = lock.get()) {
      StoredState stored = StoredState.read(ports.state(), target);
      Session session = session(target, bindings, Trigger.retry(who), held, stored);
      if (!Quarantines.release(session, entry -> entry.hash().equals(hash))) {
        return new Outcome.Skipped("nothing in quarantine has the hash '" + hash + "'");
      }
      ended = section.run(session);
    } catch (LeaseLost e) {
      return new Outcome.Skipped(e.getMessage() + "; ask again");
    }
    return aftermath.of(ended);
  }

  /**
   * The plan on what is now. Reads only.
   *
   * @throws IllegalArgumentException when no binding names the target
   */
  public Plan planNow(TargetId target) {
    List<Binding> bindings = bindings(target);
    TargetState state = state(target);
    Observation seen =
        observer.observe(
            ports.arm(),
            bindings,
            ports.clock().instant(),
            state.holdings().owned(),
            Optional.empty());
    return planning
        .make(bindings, seen, state.holdings(), state.writing().quarantine(), Optional.empty())
        .plan();
  }

  /** What the target remembers; the initial state when nobody has looked at it yet. */
  public TargetState state(TargetId target) {
    return StoredState.read(ports.state(), target).state();
  }

  /**
   * Records a message that could not be carried out after all tries.
   *
   * @param text the message as it stood in the queue
   */
  public void poisoned(String text, MessageMeta meta) {
    new Poison(journal, ports).record(text, meta);
  }

  private List<Binding> bindings(TargetId target) {
    return estate
        .bindings(target)
        .orElseThrow(
            () -> new IllegalArgumentException("no binding names the target '" + target + "'"));
  }

  private Optional<Lock> lock(TargetId target) {
    return Lock.take(ports.state(), StoredState.blobOf(target), ports.ticker(), pace);
  }

  private Session session(
      TargetId target, List<Binding> bindings, Trigger trigger, Lock lock, StoredState stored) {
    return new Session(target, bindings, trigger, lock, stored, ports, pace);
  }
}
