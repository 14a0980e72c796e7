package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.Nudges.Suspect;
import java.util.TreeMap;

/** Nudges as JSON. */
final class NudgesJson {
  private NudgesJson() {}

  static ObjectNode encode(Nudges nudges) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", nudges.count());
    nudges.wish().ifPresent(why -> json.put("wish", why));
    nudges.last().ifPresent(at -> json.put("last", Stamps.text(at)));
    nudges.etag().ifPresent(etag -> json.put("etag", etag));
    ObjectNode resolved = json.putObject("resolved");
    nudges.resolved().forEach(resolved::put);
    ObjectNode suspects = json.putObject("suspects");
    nudges
        .suspects()
        .forEach(
            (pair, suspect) -> {
              ObjectNode entry = suspects.putObject(pair);
              entry.put("host", suspect.host()).put("leadsTo", suspect.leadsTo());
              entry.put("until", Stamps.text(suspect.until()));
              suspect
                  .unhealthySince()
                  .ifPresent(at -> entry.put("unhealthySince", Stamps.text(at)));
            });
    return json;
  }

  static Nudges decode(JsonNode json) {
    TreeMap<String, String> resolved = new TreeMap<>();
    json.path("resolved")
        .properties()
        .forEach(entry -> resolved.put(entry.getKey(), entry.getValue().asText()));
    TreeMap<String, Suspect> suspects = new TreeMap<>();
    json.path("suspects")
        .properties()
        .forEach(
            entry ->
                suspects.put(
                    entry.getKey(),
                    new Suspect(
                        Fields.text(entry.getValue(), "host"),
                        Fields.text(entry.getValue(), "leadsTo"),
                        Fields.instant(entry.getValue(), "until"),
                        Fields.optionalInstant(entry.getValue(), "unhealthySince"))));
    return new Nudges(
        Fields.optionalText(json, "wish"),
        Fields.optionalInstant(json, "last"),
        json.path("count").asLong(),
        Fields.optionalText(json, "etag"),
        resolved,
        suspects);
  }
}
