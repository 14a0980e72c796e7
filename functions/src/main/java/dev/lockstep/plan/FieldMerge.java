package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Brings wanted properties into an object and says what that changed. Properties that are not
 * wanted stay, at every depth; a property that means the same already keeps its spelling.
 */
final class FieldMerge {
  private final List<FieldChange> changes = new ArrayList<>();

  private FieldMerge() {}

  /**
   * @param target changed in place
   * @param wanted the properties to set; {@code null} removes one
   * @param path where the target stands inside its element
   */
  static List<FieldChange> into(ObjectNode target, ObjectNode wanted, String path) {
    FieldMerge merge = new FieldMerge();
    merge.merge(target, wanted, path);
    return merge.changes;
  }

  /** Whether something of what is wanted differs. */
  static boolean differs(JsonNode target, ObjectNode wanted) {
    return wanted.properties().stream()
        .anyMatch(
            entry ->
                !SameValue.test(entry.getKey(), target.path(entry.getKey()), entry.getValue()));
  }

  private void merge(ObjectNode target, ObjectNode wanted, String path) {
    for (Entry<String, JsonNode> entry : wanted.properties()) {
      String field = entry.getKey();
      JsonNode value = entry.getValue();
      JsonNode read = target.path(field);
      String where = path + "." + field;
      if (SameValue.test(field, read, value)) {
        continue;
      }
      if (value.isNull()) {
        target.remove(field);
        changes.add(new FieldChange(where, Optional.of(read), Optional.empty()));
      } else if (value instanceof ObjectNode object) {
        ObjectNode inner =
            read instanceof ObjectNode node ? node : JsonNodeFactory.instance.objectNode();
        int before = changes.size();
        merge(inner, object, where);
        if (changes.size() > before) {
          target.set(field, inner);
        }
      } else {
        target.set(field, value.deepCopy());
        changes.add(new FieldChange(where, present(read), Optional.of(value)));
      }
    }
  }

  private static Optional<JsonNode> present(JsonNode read) {
    return read.isMissingNode() || read.isNull() ? Optional.empty() : Optional.of(read.deepCopy());
  }
}
