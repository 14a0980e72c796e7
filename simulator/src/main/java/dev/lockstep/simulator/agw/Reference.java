package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object of a gateway document that names another resource.
 *
 * @param collection collection of the owner; {@code pathRules} for a rule of a path map; empty for
 *     the gateway itself
 * @param owner id of the sub-resource that holds the reference
 * @param field field that holds the reference, or the array that it is in
 * @param target id that it names, as written
 */
record Reference(String collection, String owner, String field, String target) {

  /** Every reference of a document, in document order. */
  static List<Reference> in(ResourceId gateway, ObjectNode document) {
    List<Reference> found = new ArrayList<>();
    for (String collection : Parts.in(document)) {
      for (ObjectNode element : Parts.of(document, collection)) {
        String owner = gateway + "/" + collection + "/" + Parts.name(element);
        Map<String, List<ObjectNode>> inner = Parts.inner(collection, element);
        ObjectNode outer = element.path("properties").deepCopy();
        outer.remove(inner.keySet());
        collect(outer, "", collection, owner, found);
        inner.forEach(
            (field, objects) ->
                objects.forEach(
                    object ->
                        collect(
                            object.path("properties"),
                            "",
                            field,
                            owner + "/" + field + "/" + Parts.name(object),
                            found)));
      }
    }
    JsonNode policy = document.path("properties").path("firewallPolicy");
    collect(policy, "firewallPolicy", "", gateway.toString(), found);
    return found;
  }

  private static void collect(
      JsonNode node, String field, String collection, String owner, List<Reference> found) {
    if (node.path("id").isTextual()) {
      found.add(new Reference(collection, owner, field, node.path("id").textValue()));
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, field, collection, owner, found));
    }
    node.properties()
        .forEach(child -> collect(child.getValue(), child.getKey(), collection, owner, found));
  }
}
