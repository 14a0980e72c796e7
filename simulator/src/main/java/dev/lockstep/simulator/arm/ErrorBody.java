package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;

/** The error shapes of Azure: wrapped (ARM and most providers) and flat (DNS, as recorded). */
public final class ErrorBody {
  private ErrorBody() {}

  /** {@code {"code","message"}}: an error, a detail, or the whole body of a DNS error. */
  public static ObjectNode flat(String code, String message) {
    return Json.object().put("code", code).put("message", message);
  }

  /** {@code {"error":{"code","message"}}}. */
  public static ObjectNode wrapped(String code, String message) {
    return wrapped(flat(code, message));
  }

  /** An error object in its wrapper. */
  public static ObjectNode wrapped(ObjectNode error) {
    return Json.object().set("error", error);
  }

  /** {@code {"code","message","details":[...]}}. */
  public static ObjectNode detailed(String code, String message, ObjectNode... details) {
    ObjectNode error = flat(code, message);
    var list = error.putArray("details");
    for (ObjectNode detail : details) {
      list.add(detail);
    }
    return error;
  }
}
