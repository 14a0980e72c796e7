package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.Observation;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Brings a target from what is to what should be, one run at a time (design section 5; protocol:
 * docs/protocol.md). It never looks at what an event said, only at what is. It never waits: what
 * has to wait is looked at by a later message, which it sends itself.
 */
public final class Reconciler {
  private final Estate estate;
  private final Planning planning;
  private final Ports ports;
  private final States states;
  private final Pace pace;
  private final Observer observer;
  private final Section section;
  private final Journal journal;
  private final Aftermath aftermath;
  private final SignalFilter filter;
  private final OrderDesk desk;
  private final PoisonShelf shelf;

  /**
   * @param estate the targets and their bindings
   * @param brain the pure parts
   * @param ports the outside
   * @param versions api-versions to read and write with
   * @param pace the protocol's durations
   */
  public Reconciler(Estate estate, Brain brain, Ports ports, ApiVersions versions, Pace pace) {
    this(estate, brain, ports, versions, pace, RenewalPace.DEFAULT);
  }

  /**
   * The same in a world where hours pass otherwise.
   *
   * @param renewals the durations of what follows a renewal
   */
  public Reconciler(
      Estate estate,
      Brain brain,
      Ports ports,
      ApiVersions versions,
      Pace pace,
      RenewalPace renewals) {
    Reads reads = new Reads(new Paths(versions));
    this.estate = estate;
    this.planning = new Planning(estate, brain, publicRoots(ports), new RenewalWatch(renewals));
    this.ports = ports;
    this.states = new States(ports.state(), brain.states());
    this.pace = pace;
    this.observer = new Observer(reads, ports.tasks(), looks(ports, renewals));
    this.section = new Section(planning, reads, observer, pace, renewals);
    this.journal = new Journal(ports.journal(), brain.asData());
    this.aftermath = new Aftermath(ports, journal, pace);
    this.filter = new SignalFilter(pace);
    this.shelf = new PoisonShelf(ports.journal(), ports.signals(), estate);
    this.desk = new OrderDesk(ports, states, pace, planning, observer, section, aftermath);
  }

  private static Optional<CertificateLooks> looks(Ports ports, RenewalPace pace) {
    return ports
        .certificates()
        .map(
            sources ->
                new CertificateLooks(
                    sources, ports.tasks(), new Unreachable(ports.ticker(), pace.unreachable())));
  }

  private static PublicRoots publicRoots(Ports ports) {
    return new PublicRoots(
        ports.certificates().map(CertificateSources::publicRoots).orElse(List::of));
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
      StoredState first = states.read(message.target());
      Optional<String> answered = filter.reasonToDrop(message, meta, first.state(), first.readAt());
      return answered.isPresent()
          ? aftermath.skipped(message, answered.get())
          : locked(message, meta, bindings.get(), first);
    } catch (UnreadableState e) {
      return aftermath.unreadable(message, e.getMessage());
    }
  }

  private Outcome locked(
      Message message, MessageMeta meta, List<Binding> bindings, StoredState first) {
    Optional<Lock> lock =
        Lock.take(ports.state(), StoredState.blobOf(message.target()), ports.ticker(), pace);
    if (lock.isEmpty()) {
      return aftermath.later(message, meta, "another run has the target");
    }
    Section.Ended ended;
    try (Lock held = lock.get()) {
      StoredState stored = states.again(first, message.target());
      Optional<String> answered = filter.reasonToDrop(message, meta, stored.state(), held.now());
      if (answered.isPresent()) {
        return aftermath.skipped(message, answered.get());
      }
      if (filter.isTooSoon(message, meta, stored.state(), held.now())) {
        return aftermath.later(message, meta, "the target was looked at a moment ago");
      }
      Trigger trigger = Trigger.of(message);
      ended =
          section.run(new Session(message.target(), bindings, trigger, held, stored, ports, pace));
    } catch (LeaseLost e) {
      return aftermath.later(message, meta, e.getMessage());
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
    return desk.apply(target, bindings(target), reviewed, who);
  }

  /**
   * What an order would do. Reads only.
   *
   * @throws IllegalArgumentException when no binding names the target
   */
  public OrderResult propose(TargetId target, Order order) {
    return desk.propose(target, bindings(target), order);
  }

  /**
   * Carries out exactly the order that was shown under that hash.
   *
   * @param who whose word it is: the kind of key, or an object id
   * @throws IllegalArgumentException when no binding names the target
   */
  public OrderResult carryOut(TargetId target, Order order, PlanHash confirmed, String who) {
    return desk.carryOut(target, bindings(target), order, confirmed, who);
  }

  /**
   * Tries a change once more that is held back: refused by the service, or undone by others.
   *
   * @param change the change's hash, as the status and the failed run name it
   * @throws IllegalArgumentException when no binding names the target
   */
  public Retries.Result retry(TargetId target, PlanHash change, String who) {
    return desk.retry(target, bindings(target), change, who);
  }

  /** The changes that are held back until a person has them tried again, each with the reason. */
  public SortedMap<PlanHash, String> heldBack(TargetId target) {
    return Retries.of(state(target), pace, ports.clock().instant());
  }

  /**
   * The plan on what is now. Reads only.
   *
   * @throws IllegalArgumentException when no binding names the target
   */
  public Plan planNow(TargetId target) {
    TargetState state = state(target);
    List<Binding> bindings = state.withdrawals().on(bindings(target));
    Observation seen = observer.now(ports, bindings, state);
    return planning.make(bindings, seen, state, Optional.empty()).plan();
  }

  /** What the target remembers; the initial state when nobody has looked at it yet. */
  public TargetState state(TargetId target) {
    return states.read(target).state();
  }

  /** Targets that something is remembered of, and that no binding names any more. */
  public SortedSet<TargetId> unbound() {
    SortedSet<TargetId> targets = states.targets();
    targets.removeAll(estate.targets().keySet());
    return targets;
  }

  /**
   * Records a message that could not be carried out after all tries.
   *
   * @param text the message as it stood in the queue
   * @throws StorageFailure when it could not be kept: the message must come back by itself
   */
  public void poisoned(String text, MessageMeta meta) {
    new Poison(journal, shelf, ports).record(text, meta);
  }

  /** The messages that could not be carried out, of one target or of all. */
  public PoisonList poison(Optional<TargetId> of) {
    return shelf.list(of);
  }

  /**
   * Puts those messages back into the queue, as one signal per target, and forgets them.
   *
   * @param confirmed the hash of the list that was shown
   * @return the signals; empty when the list is another one by now, and nothing was sent
   */
  public Optional<List<Message.Signal>> replay(
      Optional<TargetId> of, PlanHash confirmed, String who) {
    return shelf.replay(of, confirmed, who);
  }

  private List<Binding> bindings(TargetId target) {
    return estate
        .bindings(target)
        .orElseThrow(
            () -> new IllegalArgumentException("no binding names the target '" + target + "'"));
  }
}
