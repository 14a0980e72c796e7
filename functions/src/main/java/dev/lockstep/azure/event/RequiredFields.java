package dev.lockstep.azure.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.signal.InputProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks an event before the library reads it. The library stops at the first problem, and lets
 * pass an event without an id or of another CloudEvents version.
 */
final class RequiredFields {
  private RequiredFields() {}

  /** Everything that is missing or of the wrong form. */
  static List<InputProblem> check(Schema schema, String where, JsonNode event) {
    List<InputProblem> problems = new ArrayList<>();
    String remedy = schema.title() + " requires it";
    for (String field : schema.required()) {
      JsonNode value = event.path(field);
      if (value.isMissingNode() || value.isNull()) {
        problems.add(new InputProblem(where + field, "is missing", remedy));
      } else if (!value.isTextual() && !field.equals("data")) {
        problems.add(new InputProblem(where + field, "is not a text", remedy + " as a text"));
      }
    }
    String version = event.path("specversion").asText("1.0");
    if (problems.isEmpty() && !version.equals("1.0")) {
      problems.add(new InputProblem(where + "specversion", "is '" + version + "'", "expected 1.0"));
    }
    return problems;
  }
}
