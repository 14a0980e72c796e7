package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/** The budget as JSON. */
final class BudgetJson {
  private BudgetJson() {}

  static ObjectNode encode(Budget budget) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    budget.reads().ifPresent(reads -> json.put("reads", reads));
    budget.writes().ifPresent(writes -> json.put("writes", writes));
    budget.at().ifPresent(at -> json.put("at", Stamps.text(at)));
    return json;
  }

  static Budget decode(JsonNode json) {
    return new Budget(
        number(json, "reads"), number(json, "writes"), Fields.optionalInstant(json, "at"));
  }

  private static OptionalInt number(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isInt() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
  }
}
