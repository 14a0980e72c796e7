package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.port.Alarm;
import dev.lockstep.port.RunSummary;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.reconcile.Section.Ended;
import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Message.Signal;
import java.time.Duration;
import java.util.Optional;

/**
 * What follows a run when the lock is free again: the wake is sent, now that the state names it;
 * the run is journaled; one line is logged.
 */
final class Aftermath {
  private final Ports ports;
  private final Journal journal;
  private final Pace pace;

  Aftermath(Ports ports, Journal journal, Pace pace) {
    this.ports = ports;
    this.journal = journal;
    this.pace = pace;
  }

  Outcome of(Ended ended) {
    Session session = ended.session();
    session.agenda().wake().ifPresent(wake -> send(session, wake));
    session
        .record()
        .findings()
        .forEach(
            finding ->
                ports
                    .log()
                    .warned(
                        new Alarm(
                            session.target().value(),
                            finding.code().wireName(),
                            finding.message(),
                            finding.remedy())));
    ports.log().ended(summary(ended, journal(ended)));
    return ended.outcome();
  }

  private void send(Session session, Agenda.Wake wake) {
    Duration delay = Duration.between(session.now(), wake.dueAt());
    ports
        .signals()
        .send(
            new Message.Wake(session.target(), wake.id()),
            delay.isNegative() ? Duration.ZERO : delay);
  }

  /** Writes the journal; the run is done whether that works or not. */
  private String journal(Ended ended) {
    try {
      journal.write(ended.session(), ended.outcome());
      return ended.outcome().why();
    } catch (StorageFailure e) {
      return ended.outcome().why() + " (not journaled: " + e.getMessage() + ")";
    }
  }

  private static RunSummary summary(Ended ended, String why) {
    Session session = ended.session();
    Optional<Plan> plan = session.record().plan();
    return new RunSummary(
        session.target().value(),
        session.trigger().name(),
        ended.outcome().name(),
        why,
        plan.map(p -> p.hash().value()).orElse(""),
        plan.map(p -> p.changes().size()).orElse(0),
        session.counts().reads(),
        session.counts().writes(),
        session.record().soFar());
  }

  /** The message needs no run. */
  Outcome skipped(Message message, String why) {
    return line(message.target(), Trigger.of(message).name(), new Outcome.Skipped(why));
  }

  /** Nothing may be planned: what the target remembers cannot be read. */
  Outcome unreadable(Message message, String problem) {
    Trigger trigger = Trigger.of(message);
    Outcome.Failed failed =
        new Outcome.Failed(
            "the state of the target cannot be read: " + problem,
            "Deploy the version that wrote it. If it was damaged, delete its blob in"
                + " lockstep-state: what is on the gateway then counts as orphaned until adopted.");
    try {
      journal.unreadable(message.target(), ports.clock().instant(), trigger, failed);
      return line(message.target(), trigger.name(), failed);
    } catch (StorageFailure e) {
      String reason = failed.reason() + " (not journaled: " + e.getMessage() + ")";
      Outcome untold = new Outcome.Failed(reason, failed.remedy());
      return line(message.target(), trigger.name(), untold);
    }
  }

  /** The message cannot be served now: it comes back. */
  Outcome later(Message message, MessageMeta meta, String why) {
    Message back = message instanceof Signal signal ? signal.since(meta.insertionTime()) : message;
    ports.signals().send(back, pace.locked());
    return skipped(message, why + "; the message comes back");
  }

  /** No run could begin. */
  Outcome line(TargetId target, String trigger, Outcome outcome) {
    ports
        .log()
        .ended(
            new RunSummary(
                target.value(),
                trigger,
                outcome.name(),
                outcome.why(),
                "",
                0,
                0,
                0,
                Duration.ZERO));
    return outcome;
  }
}
