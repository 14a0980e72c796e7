package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the body of a PUT into the document that is kept: without what only the service writes,
 * with the defaults that it fills in, and with the certificates whose data the client cannot send
 * back. Unknown fields stay. Applied to its own result it changes nothing.
 */
final class Intake {
  private static final Set<String> READ_ONLY = Set.of("id", "name", "type", "etag", "systemData");
  private static final Set<String> READ_ONLY_PROPERTIES =
      Set.of(
          "provisioningState",
          "resourceGuid",
          "operationalState",
          "privateEndpointConnections",
          "defaultPredefinedSslPolicy");

  private Intake() {}

  /** The document to keep; the body is not changed. */
  static ObjectNode accept(ObjectNode body, Optional<ObjectNode> before) {
    ObjectNode document = body.deepCopy();
    dropNulls(document);
    document.remove(READ_ONLY);
    Json.child(document, "properties").remove(READ_ONLY_PROPERTIES);
    identityIdsOnly(document);
    for (String collection : Parts.in(document)) {
      for (ObjectNode element : Parts.of(document, collection)) {
        strip(element, collection);
        Defaults.fill(collection, Json.child(element, "properties"));
      }
    }
    before.ifPresent(known -> keepUploads(document, known));
    return document;
  }

  private static void strip(ObjectNode element, String collection) {
    bare(element);
    Json.child(element, "properties").remove(Parts.backReferences(collection));
    Parts.inner(collection, element).values().forEach(list -> list.forEach(Intake::bare));
  }

  private static void bare(ObjectNode element) {
    element.remove(List.of("id", "etag", "type"));
    if (element.get("properties") instanceof ObjectNode properties) {
      properties.remove("provisioningState");
    }
  }

  /** Principal and client ids of identities are answers, not wishes. */
  private static void identityIdsOnly(ObjectNode document) {
    if (document.path("identity").path("userAssignedIdentities") instanceof ObjectNode ids) {
      List<String> names = ids.properties().stream().map(Map.Entry::getKey).toList();
      names.forEach(ids::putObject);
    }
  }

  /** GET never returns data and password, so a PUT without them means the certificate as it is. */
  private static void keepUploads(ObjectNode document, ObjectNode before) {
    for (ObjectNode certificate : Parts.of(document, "sslCertificates")) {
      ObjectNode properties = Json.child(certificate, "properties");
      if (properties.has("data") || properties.has("keyVaultSecretId")) {
        continue;
      }
      Parts.named(before, "sslCertificates", Parts.name(certificate))
          .map(known -> Json.child(known, "properties"))
          .filter(known -> known.has("data"))
          .ifPresent(
              known -> {
                for (String field : List.of("data", "password", "publicCertData")) {
                  if (known.has(field)) {
                    properties.set(field, known.get(field));
                  }
                }
              });
    }
  }

  private static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    } else if (node instanceof ArrayNode array) {
      for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
        if (elements.next().isNull()) {
          elements.remove();
        }
      }
    }
    node.forEach(Intake::dropNulls);
  }
}
