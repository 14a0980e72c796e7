package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.TreeMap;

/** One text for all JSON that means the same: properties sorted, ids in lower case. */
final class Canonical {
  private Canonical() {}

  static String text(JsonNode node) {
    return text("", node);
  }

  /**
   * @param path name or path of the property that holds the value: what is called {@code id} has no
   *     case
   */
  static String text(String path, JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, String> fields = new TreeMap<>();
      for (Entry<String, JsonNode> entry : node.properties()) {
        fields.put(entry.getKey(), text(entry.getKey(), entry.getValue()));
      }
      return fields.toString();
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(text(path, item)));
      items.sort(null);
      return items.toString();
    }
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros().toPlainString();
    }
    boolean id = path.equals("id") || path.endsWith(".id");
    return id ? node.toString().toLowerCase(Locale.ROOT) : node.toString();
  }
}
