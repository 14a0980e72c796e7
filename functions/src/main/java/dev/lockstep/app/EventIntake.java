package dev.lockstep.app;

import dev.lockstep.azure.event.EventGridParser;
import dev.lockstep.azure.event.ParsedEvent;
import dev.lockstep.model.ResourceId;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.Routing;
import dev.lockstep.signal.SignalTable;
import dev.lockstep.signal.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Logger;

/** From what Event Grid delivers to signals in the queue. */
final class EventIntake {
  private final Targets targets;
  private final CertificateUse certificates;
  private final Outbox outbox;
  private final Predicate<ResourceId> discoverable;

  /**
   * @param discoverable whether a resource that no binding names is one to look for services for
   */
  EventIntake(
      Targets targets,
      CertificateUse certificates,
      Outbox outbox,
      Predicate<ResourceId> discoverable) {
    this.discoverable = discoverable;
    this.targets = targets;
    this.certificates = certificates;
    this.outbox = outbox;
  }

  /** Takes one delivery in. What cannot be read is logged and let go: it would never get better. */
  void take(String payload, Logger log) {
    List<Message.Signal> signals = new ArrayList<>();
    List<Message.Signal> unknown = new ArrayList<>();
    for (ParsedEvent event : EventGridParser.parse(payload)) {
      if (event instanceof ParsedEvent.Understood understood) {
        understood.notices().forEach(notice -> route(notice, signals, unknown, log));
      } else if (event instanceof ParsedEvent.Unreadable unreadable) {
        unreadable.problems().forEach(problem -> log.severe(line(problem)));
      }
    }
    List<Message.Signal> sent = new ArrayList<>(outbox.send(signals));
    sent.addAll(outbox.send(unknown, DiscoverySignal.DELAY));
    sent.forEach(signal -> log.info(SignalLog.line(signal)));
  }

  private void route(
      Notice notice, List<Message.Signal> signals, List<Message.Signal> unknown, Logger log) {
    Routing routing = SignalTable.route(notice, targets, certificates);
    if (routing instanceof Routing.Signals reached) {
      signals.addAll(reached.signals());
      return;
    }
    log.info(SignalLog.notSent(notice, routing));
    if (routing instanceof Routing.Discovery found && discoverable.test(found.resource())) {
      unknown.add(DiscoverySignal.of(found.resource()));
    }
  }

  private static String line(InputProblem problem) {
    return LogLine.of("event unreadable")
        .with("field", problem.field())
        .with("problem", problem.problem())
        .with("remedy", problem.remedy())
        .toString();
  }
}
