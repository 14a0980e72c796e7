package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What writing has taught as JSON; a part that is absent is empty. */
final class WritingJson {
  private WritingJson() {}

  static ObjectNode encode(Writing writing) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("ifMatch", IfMatchJson.encode(writing.ifMatch()));
    json.set("overtaking", OvertakingJson.encode(writing.overtaking()));
    json.set("quarantine", QuarantineJson.encode(writing.quarantine()));
    json.set("puts", PutsJson.encode(writing.puts()));
    json.set("budget", BudgetJson.encode(writing.budget()));
    return json;
  }

  static Writing decode(JsonNode json) {
    return new Writing(
        IfMatchJson.decode(json.path("ifMatch")),
        OvertakingJson.decode(json.path("overtaking")),
        QuarantineJson.decode(json.path("quarantine")),
        PutsJson.decode(json.path("puts")),
        BudgetJson.decode(json.path("budget")));
  }
}
