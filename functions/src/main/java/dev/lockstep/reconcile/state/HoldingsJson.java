package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Holdings.Confirmed;
import dev.lockstep.reconcile.state.Holdings.Removing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The holdings as JSON, in a stable order. */
final class HoldingsJson {
  private HoldingsJson() {}

  static ObjectNode encode(Holdings holdings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("owned", owned(holdings.owned()));
    json.set("absences", absences(holdings.absences()));
    holdings
        .confirmed()
        .ifPresent(
            confirmed ->
                json.putObject("confirmed")
                    .put("plan", confirmed.plan().value())
                    .put("who", confirmed.who())
                    .put("at", Stamps.text(confirmed.at())));
    holdings
        .removing()
        .ifPresent(
            removing -> {
              ArrayNode hosts = json.putArray("removing");
              removing.hosts().forEach(host -> hosts.add(host.value()));
            });
    return json;
  }

  static Holdings decode(JsonNode json) {
    return new Holdings(
        owned(json.path("owned")),
        absences(json.path("absences")),
        Fields.object(json, "confirmed")
            .map(
                confirmed ->
                    new Confirmed(
                        new PlanHash(Fields.text(confirmed, "plan")),
                        Fields.text(confirmed, "who"),
                        Fields.instant(confirmed, "at"))),
        removing(json.path("removing")));
  }

  private static Optional<Removing> removing(JsonNode array) {
    Set<HostName> hosts = new TreeSet<>();
    array.forEach(host -> hosts.add(new HostName(host.asText())));
    return hosts.isEmpty() ? Optional.empty() : Optional.of(new Removing(hosts));
  }

  private static ArrayNode owned(OwnerRecord record) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    record
        .elements()
        .forEach(
            (key, owned) -> {
              ObjectNode json = array.addObject();
              json.put("collection", key.collection()).put("name", key.name());
              json.put("service", owned.service().value());
              owned.host().ifPresent(host -> json.put("host", host.value()));
              json.put("hash", owned.hash()).put("adopted", owned.adopted());
            });
    return array;
  }

  private static OwnerRecord owned(JsonNode array) {
    Map<ElementKey, Owned> elements = new HashMap<>();
    for (JsonNode json : array) {
      elements.put(
          new ElementKey(Fields.text(json, "collection"), Fields.text(json, "name")),
          new Owned(
              new ResourceId(Fields.text(json, "service")),
              Fields.optionalText(json, "host").map(HostName::new),
              Fields.text(json, "hash"),
              json.path("adopted").asBoolean()));
    }
    return new OwnerRecord(elements);
  }

  private static ArrayNode absences(Absences absences) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    absences.firstMissing().entrySet().stream()
        .sorted(
            Comparator.comparing(entry -> entry.getKey().service().key() + entry.getKey().host()))
        .forEach(
            entry ->
                array
                    .addObject()
                    .put("service", entry.getKey().service().value())
                    .put("host", entry.getKey().host().value())
                    .put("since", Stamps.text(entry.getValue())));
    return array;
  }

  private static Absences absences(JsonNode array) {
    Map<Absences.Key, Instant> firstMissing = new HashMap<>();
    for (JsonNode json : array) {
      firstMissing.put(
          new Absences.Key(
              new ResourceId(Fields.text(json, "service")),
              new HostName(Fields.text(json, "host"))),
          Fields.instant(json, "since"));
    }
    return new Absences(firstMissing);
  }
}
