package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a gateway as a GET does: with ids, etags, states, back references, without secrets. */
final class View {
  private static final String TYPE = "Microsoft.Network/applicationGateways";

  /** Neither the OpenAPI file nor a recording knows back references of these. */
  private static final Set<String> SILENT =
      Set.of(
          "rewriterulesets", "trustedrootcertificates", "trustedclientcertificates", "sslprofiles");

  private View() {}

  /** The answer for a gateway; identities are looked up for their principal and client ids. */
  static ObjectNode of(Gateway gateway, Resources resources) {
    ObjectNode shown = Json.object();
    shown.put("name", gateway.id().name());
    shown.put("id", gateway.id().toString());
    shown.put("etag", gateway.etag());
    shown.put("type", TYPE);
    ObjectNode document = gateway.document().deepCopy();
    document.properties().stream()
        .filter(field -> !field.getKey().equals("properties"))
        .forEach(field -> shown.set(field.getKey(), field.getValue()));
    identities(shown, resources);
    ObjectNode properties = shown.putObject("properties");
    properties.put("provisioningState", gateway.state());
    properties.put("resourceGuid", gateway.guid());
    properties.set("sku", Json.object());
    properties.put("operationalState", gateway.operationalState());
    Parts.ALWAYS_SHOWN.forEach(properties::putArray);
    properties.setAll(Json.child(document, "properties"));
    Map<String, Map<String, ArrayNode>> back = backReferences(gateway);
    for (String collection : Parts.in(shown)) {
      Parts.of(shown, collection)
          .forEach(element -> subResource(gateway, collection, element, back));
    }
    return shown;
  }

  private static void subResource(
      Gateway gateway,
      String collection,
      ObjectNode element,
      Map<String, Map<String, ArrayNode>> back) {
    String id = gateway.id() + "/" + collection + "/" + Parts.name(element);
    dress(gateway, element, id, TYPE + "/" + collection);
    Parts.inner(collection, element)
        .forEach(
            (field, objects) ->
                objects.forEach(
                    object ->
                        dress(
                            gateway,
                            object,
                            id + "/" + field + "/" + Parts.name(object),
                            TYPE + "/" + collection + "/" + field)));
    ObjectNode properties = Json.child(element, "properties");
    if (collection.equals("sslCertificates")) {
      properties.remove(List.of("data", "password"));
    }
    back.getOrDefault(id.toLowerCase(Locale.ROOT), Map.of()).forEach(properties::set);
  }

  private static void dress(Gateway gateway, ObjectNode element, String id, String type) {
    JsonNode properties = element.remove("properties");
    element.put("id", id);
    element.put("etag", gateway.etag());
    ObjectNode dressed = element.putObject("properties");
    dressed.put("provisioningState", gateway.state());
    if (properties instanceof ObjectNode own) {
      dressed.setAll(own);
    }
    if (!type.endsWith("/rewriteRuleSets")) {
      // The OpenAPI file gives no type to rewrite rule sets.
      element.put("type", type);
    }
  }

  /** By id of the target: field name to references, in document order. */
  private static Map<String, Map<String, ArrayNode>> backReferences(Gateway gateway) {
    Map<String, Map<String, ArrayNode>> back = new HashMap<>();
    String prefix = gateway.id().key() + "/";
    for (Reference reference : Reference.in(gateway.id(), gateway.document())) {
      String target = reference.target().toLowerCase(Locale.ROOT);
      if (target.startsWith(prefix)) {
        String collection = target.substring(prefix.length()).split("/", 2)[0];
        String field = field(reference.collection());
        if (shows(collection, field)) {
          back.computeIfAbsent(target, key -> new LinkedHashMap<>())
              .computeIfAbsent(field, key -> Json.array())
              .addObject()
              .put("id", reference.owner());
        }
      }
    }
    return back;
  }

  /** The recordings name two of them otherwise than the collection. */
  private static String field(String collection) {
    return switch (collection) {
      case "redirectConfigurations" -> "redirectConfiguration";
      case "backendHttpSettingsCollection" -> "backendHttpSettings";
      default -> collection;
    };
  }

  private static boolean shows(String lowerCaseTarget, String field) {
    return !SILENT.contains(lowerCaseTarget)
        && Parts.ALWAYS_SHOWN.stream()
            .filter(name -> name.equalsIgnoreCase(lowerCaseTarget))
            .findFirst()
            .or(() -> Optional.of(lowerCaseTarget))
            .map(Parts::backReferences)
            .filter(fields -> fields.isEmpty() || fields.contains(field))
            .isPresent();
  }

  private static void identities(ObjectNode shown, Resources resources) {
    if (shown.path("identity").path("userAssignedIdentities") instanceof ObjectNode identities) {
      for (var identity : identities.properties()) {
        JsonNode known = known(identity.getKey(), resources).path("properties");
        ObjectNode ids = Json.object();
        for (String field : List.of("principalId", "clientId")) {
          if (known.has(field)) {
            ids.set(field, known.get(field));
          }
        }
        identity.setValue(ids);
      }
    }
  }

  private static JsonNode known(String id, Resources resources) {
    try {
      return resources
          .find(ResourceId.of(id))
          .map(Resource::document)
          .map(JsonNode.class::cast)
          .orElse(Json.object());
    } catch (IllegalArgumentException noId) {
      return Json.object();
    }
  }
}
