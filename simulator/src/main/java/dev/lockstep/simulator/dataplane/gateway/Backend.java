package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pool with the setting by which it is used.
 *
 * @param pair names of both
 * @param target the setting with its probe
 * @param members servers of the pool, in order
 */
record Backend(Pair pair, Target target, List<Member> members) {
  /** Microsoft Learn, configuration-http-settings. */
  private static final int DEFAULT_TIMEOUT = 20;

  /** One server: name or address. */
  record Member(String server, boolean isName) {}

  Backend {
    members = List.copyOf(members);
  }

  /** Host that a server is asked for. */
  String host(Member member, String clientHost) {
    if (properties().path("pickHostNameFromBackendAddress").asBoolean()) {
      return member.server();
    }
    return text("hostName").orElse(clientHost);
  }

  boolean https() {
    return target.https();
  }

  int port() {
    return properties().path("port").asInt();
  }

  Duration requestTimeout() {
    return Duration.ofSeconds(properties().path("requestTimeout").asInt(DEFAULT_TIMEOUT));
  }

  /** How long connections of an earlier document live on; empty when draining is off. */
  Optional<Duration> drain() {
    JsonNode draining = properties().path("connectionDraining");
    return draining.path("enabled").asBoolean()
        ? Optional.of(Duration.ofSeconds(draining.path("drainTimeoutInSec").asInt(1)))
        : Optional.empty();
  }

  /**
   * The path to ask for: with a path override, it stands before the path of a basic rule, and in
   * the place of what a path rule matched (Microsoft Learn, configuration-http-settings).
   *
   * @param matched what a path rule matched; empty text without one
   */
  String path(String requested, String matched) {
    return text("path")
        .map(
            override -> {
              String rest = requested.substring(matched.length());
              String front = override.endsWith("/") ? override : override + "/";
              return front + (rest.startsWith("/") ? rest.substring(1) : rest);
            })
        .orElse(requested);
  }

  private Optional<String> text(String field) {
    return Json.text(properties(), field).filter(text -> !text.isEmpty());
  }

  private JsonNode properties() {
    return target.settings().path("properties");
  }
}
