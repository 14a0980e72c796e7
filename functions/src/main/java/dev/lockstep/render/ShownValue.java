package dev.lockstep.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Sha256;
import java.util.Locale;
import java.util.Set;

/**
 * A value as it may be shown: certificates by their thumbprint, passwords not at all, ids of the
 * gateway cut short, long texts by their beginning and their hash.
 */
final class ShownValue {
  private static final Set<String> CERTIFICATES = Set.of("data", "publicCertData");
  private static final int LONGEST = 200;
  private static final int BEGINNING = 80;

  private ShownValue() {}

  /** The value with certificate content replaced, at every depth. */
  static JsonNode masked(String path, JsonNode value) {
    String field = path.substring(path.lastIndexOf('.') + 1);
    if (field.equals("password")) {
      return TextNode.valueOf("(hidden)");
    }
    if (value.isTextual() && CERTIFICATES.contains(field)) {
      return TextNode.valueOf("sha256:" + CertificateText.thumbprint(value.asText()));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), masked(e.getKey(), e.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(masked(path, item)));
      return copy;
    }
    return value;
  }

  /** The masked value as text, with the gateway's own id left out of references. */
  static String text(String path, JsonNode value, ResourceId gateway) {
    return shortened(masked(path, value), gateway).toString();
  }

  private static String beginning(String text) {
    return text.substring(0, BEGINNING)
        + "… ("
        + text.length()
        + " characters, sha256:"
        + Sha256.of(text)
        + ")";
  }

  private static JsonNode shortened(JsonNode value, ResourceId gateway) {
    String prefix = gateway.key() + "/";
    if (value.isTextual() && value.asText().toLowerCase(Locale.ROOT).startsWith(prefix)) {
      return TextNode.valueOf(value.asText().substring(prefix.length()));
    }
    if (value.isTextual() && value.asText().length() > LONGEST) {
      return TextNode.valueOf(beginning(value.asText()));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), shortened(e.getValue(), gateway)));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(shortened(item, gateway)));
      return copy;
    }
    return value;
  }
}
