package dev.lockstep.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.plan.Adoption;

/** A proposal to take over hand-made elements, as data in a stable order. */
public final class AdoptionJson {
  private AdoptionJson() {}

  /** {@code {hash, adopted, left, refused, commands, next}}. */
  public static ObjectNode render(Adoption adoption) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("hash", adoption.hash().value());
    ArrayNode adopted = json.putArray("adopted");
    adoption
        .adopted()
        .forEach(
            (key, owned) -> {
              ObjectNode node = element(adopted, key);
              owned.host().ifPresent(host -> node.put("host", host.value()));
              node.put("service", owned.service().value()).put("contentHash", owned.hash());
            });
    ArrayNode left = json.putArray("left");
    adoption.left().forEach(l -> element(left, l.key()).put("reason", l.reason()));
    ArrayNode refused = json.putArray("refused");
    adoption
        .refused()
        .forEach((host, why) -> refused.addObject().put("host", host.value()).put("reason", why));
    ArrayNode commands = json.putArray("commands");
    adoption.commands().forEach(commands::add);
    json.set("next", PlanJson.render(adoption.next()));
    return json;
  }

  private static ObjectNode element(ArrayNode list, ElementKey key) {
    return list.addObject().put("collection", key.collection()).put("name", key.name());
  }
}
