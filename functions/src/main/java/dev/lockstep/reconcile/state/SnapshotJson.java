package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Snapshot;
import dev.lockstep.plan.Snapshot.Before;
import java.util.Optional;
import java.util.TreeMap;

/** A snapshot as JSON. */
final class SnapshotJson {
  private SnapshotJson() {}

  static ObjectNode encode(Snapshot snapshot) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("usable", snapshot.usable());
    ArrayNode elements = json.putArray("elements");
    snapshot
        .elements()
        .forEach(
            (key, before) -> {
              ObjectNode element = elements.addObject();
              element.put("collection", key.collection()).put("name", key.name());
              Owned owned = before.owned();
              element.put("service", owned.service().value());
              owned.host().ifPresent(host -> element.put("host", host.value()));
              element.put("hash", owned.hash()).put("adopted", owned.adopted());
              before.json().ifPresent(was -> element.set("was", was));
            });
    return json;
  }

  static Snapshot decode(JsonNode json) {
    TreeMap<ElementKey, Before> elements = new TreeMap<>();
    for (JsonNode element : json.path("elements")) {
      Owned owned =
          new Owned(
              new ResourceId(Fields.text(element, "service")),
              Fields.optionalText(element, "host").map(HostName::new),
              Fields.text(element, "hash"),
              element.path("adopted").asBoolean());
      elements.put(
          new ElementKey(Fields.text(element, "collection"), Fields.text(element, "name")),
          new Before(
              owned,
              element.path("was") instanceof ObjectNode was ? Optional.of(was) : Optional.empty()));
    }
    return new Snapshot(json.path("usable").asBoolean(), elements);
  }
}
