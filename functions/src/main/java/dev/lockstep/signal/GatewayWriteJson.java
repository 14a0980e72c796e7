package dev.lockstep.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A gateway write as JSON, in messages and in states. */
public final class GatewayWriteJson {
  private GatewayWriteJson() {}

  /** The write: {@code {"appId","objectId","at","canceled","id"}}, the ids where they are known. */
  public static ObjectNode encode(GatewayWrite write) {
    return encode(write.writer())
        .put("at", write.at().toString())
        .put("canceled", write.canceled())
        .put("id", write.id());
  }

  /** The writer: {@code {"appId","objectId"}}. */
  public static ObjectNode encode(Writer writer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writer.appId().ifPresent(id -> json.put("appId", id));
    writer.objectId().ifPresent(id -> json.put("objectId", id));
    return json;
  }

  /**
   * The write in the JSON.
   *
   * @throws IllegalArgumentException when its time is none
   */
  public static GatewayWrite write(JsonNode json) {
    return new GatewayWrite(
        writer(json),
        EventTime.parse(json.path("at").asText())
            .orElseThrow(() -> new IllegalArgumentException("a write without its time")),
        json.path("canceled").asBoolean(),
        json.path("id").asText());
  }

  /** The writer in the JSON. */
  public static Writer writer(JsonNode json) {
    return new Writer(text(json, "appId"), text(json, "objectId"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
