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
    if (node.isObject()) {
      TreeMap<String, String> fields = new TreeMap<>();
      for (Entry<String, JsonNode> entry : node.properties()) {
        String value = text(entry.getValue());
        fields.put(
            entry.getKey(), entry.getKey().equals("id") ? value.toLowerCase(Locale.ROOT) : value);
      }
      return fields.toString();
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(text(item)));
      items.sort(null);
      return items.toString();
    }
    return node.isNumber()
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.toString();
  }
}
