package dev.lockstep.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.CommonAlert;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.Routing;
import dev.lockstep.signal.SignalTable;
import dev.lockstep.signal.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** From an alert to signals in the queue. */
final class AlertIntake {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Targets targets;
  private final Outbox outbox;

  AlertIntake(Targets targets, Outbox outbox) {
    this.targets = targets;
    this.outbox = outbox;
  }

  /** 202 with the signals that were sent and what was ignored, or 400 with all problems. */
  Reply take(String body, Logger log) {
    CommonAlert.Reading reading = read(body);
    if (reading instanceof CommonAlert.Reading.Refused refused) {
      return Reply.problems(400, "alertUnreadable", refused.problems());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode sent = answer.putArray("signals");
    ArrayNode ignored = answer.putArray("ignored");
    List<Message.Signal> signals = new ArrayList<>();
    for (Notice notice : ((CommonAlert.Reading.Understood) reading).notices()) {
      Routing routing = SignalTable.route(notice, targets, CertificateUse.UNKNOWN);
      if (routing instanceof Routing.Signals found) {
        signals.addAll(found.signals());
      } else {
        log.info(SignalLog.notSent(notice, routing));
        ignored.add("no target for " + notice.resource().orElseThrow());
      }
    }
    for (Message.Signal signal : outbox.send(signals)) {
      log.info(SignalLog.line(signal));
      sent.addObject().put("target", signal.target().value()).put("cause", signal.cause().detail());
    }
    return Reply.json(202, answer);
  }

  private static CommonAlert.Reading read(String body) {
    if (body.isBlank()) {
      return refused("the body is empty");
    }
    try {
      return CommonAlert.read(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return refused("not JSON: " + e.getOriginalMessage());
    }
  }

  private static CommonAlert.Reading refused(String problem) {
    String remedy = "expected an alert in the common alert schema of Azure Monitor";
    return new CommonAlert.Reading.Refused(List.of(new InputProblem("", problem, remedy)));
  }
}
