package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of a document when everything of ours is taken away: to be equal ever after. */
public final class Foreign {
  private Foreign() {}

  /** All else, unknown properties included; a collection that is empty then counts as absent. */
  public static JsonNode in(ObjectNode document, Set<ElementKey> ours) {
    ObjectNode copy = document.deepCopy();
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : copy.path("properties").properties()) {
      if (entry.getValue() instanceof ArrayNode collection) {
        for (int i = collection.size() - 1; i >= 0; i--) {
          String name = collection.get(i).path("name").asText();
          if (ours.contains(new ElementKey(entry.getKey(), name))) {
            collection.remove(i);
          }
        }
      }
      boolean nothing = entry.getValue().isContainerNode() && entry.getValue().isEmpty();
      if (nothing || entry.getValue().isNull()) {
        empty.add(entry.getKey());
      }
    }
    ((ObjectNode) copy.path("properties")).remove(empty);
    return copy;
  }
}
