package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.Contest.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was done lately as JSON. */
final class ContestJson {
  private ContestJson() {}

  static ObjectNode encode(Contest contest) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    contest
        .elements()
        .forEach(
            (element, row) -> {
              ArrayNode array = json.putArray(element);
              row.forEach(
                  made -> {
                    ObjectNode entry = array.addObject();
                    entry.put("part", made.part()).put("at", Stamps.text(made.at()));
                    made.undoneBy().ifPresent(by -> entry.put("undoneBy", by));
                  });
            });
    return json;
  }

  static Contest decode(JsonNode json) {
    TreeMap<String, List<Made>> elements = new TreeMap<>();
    json.properties()
        .forEach(
            entry -> {
              List<Made> row = new ArrayList<>();
              for (JsonNode made : entry.getValue()) {
                row.add(
                    new Made(
                        Fields.text(made, "part"),
                        Fields.instant(made, "at"),
                        Fields.optionalText(made, "undoneBy")));
              }
              elements.put(entry.getKey(), row);
            });
    return new Contest(elements);
  }
}
