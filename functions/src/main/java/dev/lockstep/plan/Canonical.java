package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;

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
    if (!node.isContainerNode()) {
      return scalar(path, node);
    }
    StringBuilder text = new StringBuilder();
    append(path, node, text);
    return text.toString();
  }

  private static void append(String path, JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      List<Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
      fields.sort(Entry.comparingByKey());
      String separator = "{";
      for (Entry<String, JsonNode> field : fields) {
        text.append(separator).append(field.getKey()).append('=');
        append(field.getKey(), field.getValue(), text);
        separator = ", ";
      }
      text.append(fields.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(text(path, item)));
      items.sort(null);
      text.append(items);
    } else {
      text.append(scalar(path, node));
    }
  }

  private static String scalar(String path, JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue().stripTrailingZeros().toPlainString();
    }
    boolean id = path.equals("id") || path.endsWith(".id");
    String text = node.isTextual() ? quoted(node) : node.toString();
    return id ? text.toLowerCase(Locale.ROOT) : text;
  }

  /** As JSON writes it; nearly all texts have nothing to escape. */
  private static String quoted(JsonNode node) {
    String text = node.textValue();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return node.toString();
      }
    }
    return '"' + text + '"';
  }
}
