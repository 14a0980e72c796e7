package dev.lockstep.simulator.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hash of a JSON value that does not depend on the order of fields; the order of arrays counts.
 */
public final class Canonical {
  private Canonical() {}

  /** SHA-256 of the value with sorted fields, as 64 lower-case hexadecimal digits. */
  public static String hash(JsonNode value) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Json.bytes(sorted(value)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The value with the fields of every object in the order of their names. */
  public static JsonNode sorted(JsonNode value) {
    if (value.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      value.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      return Json.object().setAll(fields);
    }
    if (value.isArray()) {
      var elements = Json.array();
      value.forEach(element -> elements.add(sorted(element)));
      return elements;
    }
    return value;
  }

  /** SHA-256 of a text, as 64 lower-case hexadecimal digits. */
  public static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
