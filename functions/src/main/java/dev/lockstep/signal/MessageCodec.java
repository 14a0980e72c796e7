package dev.lockstep.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.signal.Message.Signal;
import dev.lockstep.signal.Message.Wake;
import java.util.Optional;

/**
 * Queue messages as text: {@code {"v":1,"kind":"signal","target":…,"cause":{…}}} and {@code
 * {"v":1,"kind":"wake","target":…,"id":…}}. Unknown properties are ignored, so that an older worker
 * understands a newer one's messages of the same version.
 */
public final class MessageCodec {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  private MessageCodec() {}

  /** The message as JSON text. */
  public static String encode(Message message) {
    ObjectNode json = JSON.createObjectNode().put("v", VERSION);
    if (message instanceof Wake wake) {
      json.put("kind", "wake").put("target", wake.target().value()).put("id", wake.id());
    } else if (message instanceof Signal signal) {
      json.put("kind", "signal").put("target", signal.target().value());
      json.set("cause", encode(signal.cause()));
      signal.since().ifPresent(since -> json.put("since", since.toString()));
    }
    return json.toString();
  }

  /** A cause as JSON, as messages and journals hold it. */
  public static ObjectNode encode(Cause cause) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", cause.kind().name()).put("detail", cause.detail());
    cause.actor().ifPresent(actor -> json.put("actor", actor));
    cause.eventId().ifPresent(id -> json.put("eventId", id));
    cause.write().ifPresent(write -> json.set("write", GatewayWriteJson.encode(write)));
    return json;
  }

  /**
   * The message in the text.
   *
   * @throws IllegalArgumentException when the text is no message of this version; says why
   */
  public static Message decode(String text) {
    JsonNode json = parse(text);
    if (json.path("v").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "message of version '" + json.path("v").asText() + "'; this version reads " + VERSION);
    }
    TargetId target = new TargetId(json.path("target").asText());
    return switch (json.path("kind").asText()) {
      case "wake" -> new Wake(target, required(json, "id"));
      case "signal" ->
          new Signal(
              target, cause(json.path("cause")), optional(json, "since").flatMap(EventTime::parse));
      default ->
          throw new IllegalArgumentException(
              "message of kind '" + json.path("kind").asText() + "'; expected signal or wake");
    };
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the message is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Cause cause(JsonNode json) {
    return new Cause(
        Cause.Kind.valueOf(required(json, "kind")),
        json.path("detail").asText(""),
        optional(json, "actor"),
        optional(json, "eventId"),
        Optional.of(json.path("write")).filter(JsonNode::isObject).map(GatewayWriteJson::write));
  }

  private static String required(JsonNode json, String name) {
    return optional(json, name)
        .orElseThrow(() -> new IllegalArgumentException("message without '" + name + "'"));
  }

  private static Optional<String> optional(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
