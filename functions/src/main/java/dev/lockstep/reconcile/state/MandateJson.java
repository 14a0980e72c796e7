package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.PlanHash;
import java.util.SortedSet;
import java.util.TreeSet;

/** A mandate as JSON. */
final class MandateJson {
  private MandateJson() {}

  static ObjectNode encode(Mandate mandate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("plan", mandate.plan().value())
        .put("who", mandate.who())
        .put("at", mandate.at().toString());
    mandate
        .gateway()
        .ifPresent(
            gateway -> {
              json.put("gateway", gateway.name());
              put(json, "parts", gateway.parts());
            });
    put(json, "records", mandate.records());
    return json;
  }

  static Mandate decode(JsonNode json) {
    return new Mandate(
        new PlanHash(Fields.text(json, "plan")),
        Fields.text(json, "who"),
        Fields.instant(json, "at"),
        Fields.optionalText(json, "gateway")
            .map(name -> new Fingerprint(name, texts(json.path("parts")))),
        texts(json.path("records")));
  }

  private static void put(ObjectNode json, String name, SortedSet<String> texts) {
    texts.forEach(json.putArray(name)::add);
  }

  private static SortedSet<String> texts(JsonNode array) {
    TreeSet<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
