package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;

/** Shows plain resources with what the service adds. */
final class PlainView {
  private PlainView() {}

  static ObjectNode of(Plain plain, PlainShape shape) {
    ObjectNode shown = Json.object();
    shown.put("name", plain.id().name());
    shown.put("id", plain.id().toString());
    if (shape.network()) {
      shown.put("etag", plain.etag());
    }
    shown.put("type", shape.type());
    ObjectNode document = plain.document().deepCopy();
    document.properties().stream()
        .filter(field -> !field.getKey().equals("properties"))
        .forEach(field -> shown.set(field.getKey(), field.getValue()));
    ObjectNode properties = shown.putObject("properties");
    if (shape.network()) {
      properties.put("provisioningState", plain.state());
      if (shape.hasGuid()) {
        properties.put("resourceGuid", plain.guid());
      }
    }
    properties.setAll(Json.child(document, "properties"));
    for (String collection : shape.children()) {
      String id = plain.id() + "/" + collection + "/";
      for (ObjectNode inner : Json.objects(properties, collection)) {
        dress(inner, id + inner.path("name").asText(""), shape.type() + "/" + collection, plain);
      }
    }
    if (shape.type().endsWith("/networkSecurityGroups")) {
      properties.set(DefaultRules.COLLECTION, DefaultRules.of(plain));
    }
    return shown;
  }

  static ObjectNode inner(Plain inner, String type) {
    ObjectNode shown = inner.document().deepCopy();
    dress(shown, inner.id().toString(), type, inner);
    return shown;
  }

  private static void dress(ObjectNode inner, String id, String type, Plain of) {
    var properties = inner.remove("properties");
    inner.put("id", id);
    inner.put("etag", of.etag());
    ObjectNode dressed = inner.putObject("properties");
    dressed.put("provisioningState", of.state());
    if (properties instanceof ObjectNode own) {
      own.remove("provisioningState");
      dressed.setAll(own);
    }
    inner.put("type", type);
  }
}
