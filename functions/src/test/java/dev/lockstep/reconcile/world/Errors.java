package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Error answers as Azure gives them (errors.json; where they come from stands in SOURCE.md). */
public final class Errors {
  private static final ObjectNode ALL = load();

  private Errors() {}

  /** An answer with its status, headers and body. */
  public static Answered answer(String name) {
    JsonNode entry = ALL.path(name);
    Map<String, String> headers = new HashMap<>();
    entry
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
    return new Answered(entry.path("httpStatus").asInt(), headers, entry.path("body"));
  }

  /** The right to write record sets of a private zone is missing. */
  public static Answered dnsDenied() {
    ObjectNode body = (ObjectNode) ALL.path("agw.put.authorizationFailed.403").path("body");
    String text =
        body.toString()
            .replace("applicationGateways/write", "privateDnsZones/A/write")
            .replace("applicationGateways/agw-edge", "privateDnsZones/contoso.com/A/api");
    try {
      return new Answered(403, Map.of(), new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A status document of an operation. */
  public static ObjectNode body(String name) {
    return (ObjectNode) ALL.path(name);
  }

  /** The status document of an operation that failed with that code. */
  public static ObjectNode operationFailed(String code) {
    ObjectNode status = JsonNodeFactory.instance.objectNode().put("status", "Failed");
    status.putObject("error").put("code", code).put("message", "An error occurred.");
    return status;
  }

  private static ObjectNode load() {
    try (InputStream in = Errors.class.getResourceAsStream("errors.json")) {
      return (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
