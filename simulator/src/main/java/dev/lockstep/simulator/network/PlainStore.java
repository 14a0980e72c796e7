package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** Writes plain resources, and their inner ones as resources of their own so that ids resolve. */
final class PlainStore {
  private static final List<String> READ_ONLY = List.of("id", "name", "type", "etag");

  private final World world;
  private final PlainShape shape;
  private int addresses = 10;

  PlainStore(World world, PlainShape shape) {
    this.world = world;
    this.shape = shape;
  }

  private PlainShape.Filler filler(String name) {
    return new PlainShape.Filler() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String guid() {
        return world.ids().guid();
      }

      @Override
      public String publicAddress() {
        // RFC 5737: 203.0.113.0/24 is for documentation.
        return "203.0.113." + addresses++;
      }
    };
  }

  Plain write(ResourceId id, ObjectNode body, Optional<Plain> before) {
    ObjectNode document = body.deepCopy();
    document.remove(READ_ONLY);
    ObjectNode properties = Json.child(document, "properties");
    properties.remove(List.of("provisioningState", "resourceGuid", DefaultRules.COLLECTION));
    before.ifPresent(known -> keep(properties, known));
    shape.filling().accept(properties, filler(id.name()));
    String guid = before.map(Plain::guid).orElseGet(world.ids()::guid);
    Plain written = new Plain(id, document, world.ids().weakEtag(), guid);
    world.resources().remove(id);
    world.resources().put(written);
    for (String collection : shape.children()) {
      for (ObjectNode inner : Json.objects(document, "properties", collection)) {
        inner.remove(List.of("id", "type", "etag"));
        ResourceId child = id.child(collection, inner.path("name").asText(""));
        world.resources().put(new Plain(child, inner, written.etag(), ""));
      }
    }
    return written;
  }

  /** Marks a resource and its inner ones as changing, or as settled. */
  void mark(ResourceId id, Optional<Resource.Ongoing> write) {
    world
        .resources()
        .find(id, Plain.class)
        .ifPresent(one -> world.resources().put(one.during(write)));
    for (String collection : shape.children()) {
      world
          .resources()
          .below(id, shape.type() + "/" + collection)
          .map(Plain.class::cast)
          .toList()
          .forEach(inner -> world.resources().put(inner.during(write)));
    }
  }

  /** What the service gave once stays when a client does not send it back. */
  private static void keep(ObjectNode properties, Plain known) {
    for (String field : List.of("ipAddress", "clientId", "principalId", "tenantId")) {
      if (!properties.has(field) && known.document().path("properties").has(field)) {
        properties.set(field, known.document().path("properties").get(field));
      }
    }
  }
}
