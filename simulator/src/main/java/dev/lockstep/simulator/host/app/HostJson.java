package dev.lockstep.simulator.host.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the host takes from host.json.
 *
 * @param routePrefix of HTTP routes, {@code api} by default; may be empty
 * @param functionTimeout longest run of a function; 30 minutes by default, as outside Consumption
 */
public record HostJson(String routePrefix, Duration functionTimeout, QueueSettings queues) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

  /** "-1" in host.json: no limit at all. */
  private static final Duration UNBOUNDED = Duration.ofDays(365);

  /**
   * Reads host.json.
   *
   * @throws AppException if it is missing or wrong
   */
  public static HostJson read(Path file) {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    try {
      return of(mapper.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new AppException(
          "cannot read " + file + ": is this a staged function app? " + e.getMessage(), e);
    }
  }

  private static HostJson of(JsonNode json) {
    if (!json.path("version").asText().equals("2.0")) {
      throw new AppException("host.json: version must be \"2.0\"");
    }
    return new HostJson(
        json.path("extensions").path("http").path("routePrefix").asText("api"),
        timeout(json.path("functionTimeout").asText("")),
        queues(json.path("extensions").path("queues")));
  }

  private static Duration timeout(String text) {
    return switch (text) {
      case "" -> DEFAULT_TIMEOUT;
      case "-1" -> UNBOUNDED;
      default -> TimeSpan.parse("functionTimeout", text);
    };
  }

  private static QueueSettings queues(JsonNode json) {
    QueueSettings defaults = QueueSettings.DEFAULTS;
    int batchSize = json.path("batchSize").asInt(defaults.batchSize());
    return new QueueSettings(
        batchSize,
        json.path("newBatchThreshold").asInt(batchSize / 2),
        json.path("maxDequeueCount").asInt(defaults.maxDequeueCount()),
        span(json, "visibilityTimeout", defaults.visibilityTimeout()),
        span(json, "maxPollingInterval", defaults.maxPollingInterval()),
        !json.path("messageEncoding").asText("base64").equalsIgnoreCase("none"));
  }

  private static Duration span(JsonNode json, String name, Duration fallback) {
    return json.has(name)
        ? TimeSpan.parse("extensions.queues." + name, json.path(name).asText())
        : fallback;
  }
}
