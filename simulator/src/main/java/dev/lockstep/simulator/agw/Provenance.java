package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.token.Principals;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who introduced each sub-resource of a gateway: the principal whose PUT first carried it. A later
 * edit by somebody else does not change that; an element that was gone and comes back belongs to
 * who brought it back.
 *
 * @param introducers principal name by {@code collection/name} in lower case
 */
record Provenance(Map<String, String> introducers) {
  /** Nothing was introduced yet. */
  static final Provenance NONE = new Provenance(Map.of());

  Provenance {
    introducers = Map.copyOf(introducers);
  }

  /** The state after a write of the document by a principal. */
  Provenance after(ObjectNode document, String principal) {
    Map<String, String> next = new HashMap<>();
    for (String collection : Parts.in(document)) {
      for (ObjectNode element : Parts.of(document, collection)) {
        String key = key(collection, element);
        next.put(key, introducers.getOrDefault(key, principal));
      }
    }
    return new Provenance(next);
  }

  /** The document without the elements that Lockstep introduced. */
  ObjectNode foreign(ObjectNode document) {
    ObjectNode foreign = document.deepCopy();
    ObjectNode properties = (ObjectNode) foreign.path("properties");
    for (String collection : Parts.in(foreign)) {
      properties
          .withArray(collection)
          .removeIf(element -> element instanceof ObjectNode object && ours(collection, object));
    }
    // A collection that others left empty is the same to them as one that is not there.
    properties
        .properties()
        .removeIf(field -> field.getValue().isArray() && field.getValue().isEmpty());
    return foreign;
  }

  private boolean ours(String collection, ObjectNode element) {
    String introducer = introducers.getOrDefault(key(collection, element), "");
    return introducer.equals(Principals.LOCKSTEP.name());
  }

  private static String key(String collection, ObjectNode element) {
    return (collection + "/" + Parts.name(element)).toLowerCase(Locale.ROOT);
  }
}
