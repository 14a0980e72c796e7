package dev.lockstep.simulator.host.app;

import com.microsoft.azure.functions.HttpResponseMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What goes back to an HTTP caller for the value that a function returned. */
public record HttpAnswer(int status, Map<String, String> headers, ByteBuffer body) {
  private static final String CONTENT_TYPE = "Content-Type";

  /** A short text of the host itself. */
  public static HttpAnswer text(int status, String text) {
    return answer(status, Map.of(), Optional.of(text));
  }

  /** A JSON text of the host itself. */
  public static HttpAnswer json(int status, String json) {
    return answer(
        status, Map.of(CONTENT_TYPE, "application/json; charset=utf-8"), Optional.of(json));
  }

  /** An answer without a body. */
  public static HttpAnswer empty(int status) {
    return answer(status, Map.of(), Optional.empty());
  }

  /** The answer for an outcome: 500 without detail for a failure, as the real host. */
  public static HttpAnswer of(Outcome outcome) {
    if (!(outcome instanceof Outcome.Succeeded succeeded)) {
      return empty(500);
    }
    Optional<Object> value = succeeded.value();
    if (value.isPresent() && value.get() instanceof HttpResponseMessage message) {
      Map<String, String> headers =
          message instanceof BoundResponse bound ? bound.headers() : Map.of();
      return answer(message.getStatusCode(), headers, Optional.ofNullable(message.getBody()));
    }
    return value.isEmpty() ? empty(204) : answer(200, Map.of(), value);
  }

  private static HttpAnswer answer(int status, Map<String, String> headers, Optional<Object> body) {
    TreeMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    body.ifPresent(value -> all.put(CONTENT_TYPE, defaultType(value)));
    all.putAll(headers);
    return new HttpAnswer(
        status, all, ByteBuffer.wrap(body.map(HttpAnswer::bytes).orElse(new byte[0])));
  }

  private static String defaultType(Object body) {
    if (body instanceof String) {
      return "text/plain; charset=utf-8";
    }
    return body instanceof byte[] ? "application/octet-stream" : "application/json; charset=utf-8";
  }

  private static byte[] bytes(Object body) {
    if (body instanceof byte[] raw) {
      return raw;
    }
    String text = body instanceof String plain ? plain : AppJson.write(body);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
