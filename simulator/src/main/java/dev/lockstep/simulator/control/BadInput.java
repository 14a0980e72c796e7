package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/** A control request that cannot be carried out, with everything that is wrong with it. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Problem> problems;

  /** One thing that is wrong: where, and what to do about it. */
  record Problem(String field, String remedy) {}

  BadInput(int status, List<Problem> problems) {
    super(problems.toString());
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  /** Something that the request names does not exist. */
  static BadInput notFound(String field, String remedy) {
    return new BadInput(404, List.of(new Problem(field, remedy)));
  }

  /** A single thing that is wrong. */
  static BadInput of(String field, String remedy) {
    return new BadInput(400, List.of(new Problem(field, remedy)));
  }

  /** Everything that is wrong. */
  List<Problem> problems() {
    return problems;
  }

  ArmResponse response() {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("problems");
    problems.forEach(
        problem -> list.addObject().put("field", problem.field()).put("remedy", problem.remedy()));
    return ArmResponse.of(status, body);
  }
}
