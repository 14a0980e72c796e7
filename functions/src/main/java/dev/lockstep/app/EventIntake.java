package dev.lockstep.app;

import dev.lockstep.azure.event.EventGridParser;
import dev.lockstep.azure.event.ParsedEvent;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.Routing;
import dev.lockstep.signal.SignalTable;
import dev.lockstep.signal.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** From what Event Grid delivers to signals in the queue. */
final class EventIntake {
  private final Targets targets;
  private final CertificateUse certificates;
  private final Outbox outbox;

  EventIntake(Targets targets, CertificateUse certificates, Outbox outbox) {
    this.targets = targets;
    this.certificates = certificates;
    this.outbox = outbox;
  }

  /** Takes one delivery in. What cannot be read is logged and let go: it would never get better. */
  void take(String payload, Logger log) {
    List<Message.Signal> signals = new ArrayList<>();
    for (ParsedEvent event : EventGridParser.parse(payload)) {
      if (event instanceof ParsedEvent.Understood understood) {
        understood.notices().forEach(notice -> signals.addAll(route(notice, log)));
      } else if (event instanceof ParsedEvent.Unreadable unreadable) {
        unreadable.problems().forEach(problem -> log.severe(line(problem)));
      }
    }
    for (Message.Signal sent : outbox.send(signals)) {
      log.info(SignalLog.line(sent));
    }
  }

  private List<Message.Signal> route(Notice notice, Logger log) {
    Routing routing = SignalTable.route(notice, targets, certificates);
    if (routing instanceof Routing.Signals signals) {
      return signals.signals();
    }
    log.info(SignalLog.notSent(notice, routing));
    return List.of();
  }

  private static String line(InputProblem problem) {
    return LogLine.of("event unreadable")
        .with("field", problem.field())
        .with("problem", problem.problem())
        .with("remedy", problem.remedy())
        .toString();
  }
}
