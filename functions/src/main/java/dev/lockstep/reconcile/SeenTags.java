package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.state.Budget;
import dev.lockstep.reconcile.state.IfMatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Notes how many requests are left, and when each entity tag of the gateway was first seen in this
 * run. A document that moves does not count: whoever moves it has not come to an end. Reads may
 * come from several threads at once.
 */
final class SeenTags implements Arm {
  private final Arm arm;
  private final String path;
  private final Supplier<Instant> now;
  private Budget budget = Budget.UNKNOWN;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  SeenTags(Arm arm, ResourceId gateway, Supplier<Instant> now) {
    this.arm = arm;
    this.path = gateway.value() + "?";
    this.now = now;
  }

  @Override
  public ArmAnswer send(ArmRequest request) {
    ArmAnswer answer = arm.send(request);
    if (answer instanceof Answered answered) {
      noteBudget(answered);
    }
    if (request.method() == ArmRequest.Method.GET
        && request.path().regionMatches(true, 0, path, 0, path.length())
        && answer instanceof Answered document
        && document.status() == 200) {
      note(document.body());
    }
    return answer;
  }

  private synchronized void note(JsonNode document) {
    String etag = document.path("etag").asText("");
    String state = document.path("properties").path("provisioningState").asText("");
    if (!etag.isEmpty() && !Motion.isMoving(state)) {
      seen.putIfAbsent(etag, now.get());
    }
  }

  private synchronized void noteBudget(Answered answer) {
    budget = budget.after(Thrift.left(answer, "reads"), Thrift.left(answer, "writes"), now.get());
  }

  /** What was known of the budget, or what the latest answers said. */
  synchronized Budget over(Budget known) {
    return known.after(budget.reads(), budget.writes(), budget.at().orElseGet(now));
  }

  /** What was known and what was seen since. */
  synchronized IfMatch addTo(IfMatch known) {
    IfMatch all = known;
    for (Map.Entry<String, Instant> tag : seen.entrySet()) {
      all = all.seeing(tag.getKey(), tag.getValue());
    }
    return all;
  }
}
