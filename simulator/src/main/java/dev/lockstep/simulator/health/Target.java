package dev.lockstep.simulator.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is probed: a backend setting with its probe.
 *
 * @param gateway the gateway that asks
 * @param settings element of backendHttpSettingsCollection
 * @param probe element of probes, when the setting names one
 */
public record Target(Gateway gateway, ObjectNode settings, Optional<ObjectNode> probe) {
  /** The default probe asks this host (Microsoft Learn, application-gateway-probe-overview). */
  private static final String DEFAULT_HOST = "127.0.0.1";

  private static final Pattern RANGE = Pattern.compile("(\\d{3})(?:-(\\d{3}))?");

  /** The target of a setting. */
  public static Target of(Gateway gateway, ObjectNode settings) {
    Optional<ObjectNode> probe =
        Json.text(settings, "properties", "probe", "id")
            .flatMap(id -> Parts.named(gateway.document(), "probes", last(id)));
    return new Target(gateway, settings, probe);
  }

  /** The host name that the probe asks for, as Host header and SNI. */
  public String host(String server) {
    Optional<String> own = probe.flatMap(p -> Json.text(p, "properties", "host"));
    if (own.isPresent()) {
      return own.get();
    }
    boolean picks =
        probe
            .map(p -> p.path("properties").path("pickHostNameFromBackendHttpSettings").asBoolean())
            .orElse(false);
    if (!picks) {
      return DEFAULT_HOST;
    }
    boolean fromServer =
        settings.path("properties").path("pickHostNameFromBackendAddress").asBoolean();
    return fromServer ? server : Json.text(settings, "properties", "hostName").orElse(DEFAULT_HOST);
  }

  /** Path that is asked for. */
  public String path() {
    return probe.flatMap(p -> Json.text(p, "properties", "path")).orElse("/");
  }

  /** Whether over TLS. */
  public boolean https() {
    return Json.text(settings, "properties", "protocol")
        .filter("Https"::equalsIgnoreCase)
        .isPresent();
  }

  /** Time-out of the probe; the default probe has 30 s (application-gateway-probe-overview). */
  public Duration timeout() {
    return Duration.ofSeconds(number("timeout", 30));
  }

  /** Time from one probe to the next; 30 s by default. */
  public Duration interval() {
    return Duration.ofSeconds(number("interval", 30));
  }

  /** Failures in a row that make a server unhealthy; 3 by default. */
  public int threshold() {
    return number("unhealthyThreshold", 3);
  }

  /** Text that the body must hold, if any. */
  public Optional<String> body() {
    return probe
        .flatMap(p -> Json.text(p, "properties", "match", "body"))
        .filter(text -> !text.isEmpty());
  }

  private int number(String field, int otherwise) {
    return probe.map(p -> p.path("properties").path(field).asInt(otherwise)).orElse(otherwise);
  }

  /** Port of the probe, else of the setting. */
  public int port() {
    int own = probe.map(p -> p.path("properties").path("port").asInt(0)).orElse(0);
    return own > 0 ? own : settings.path("properties").path("port").asInt(0);
  }

  /** Status codes that count as healthy, as the log text shows them. */
  public String expected() {
    List<String> codes =
        probe.map(p -> Json.texts(p, "properties", "match", "statusCodes")).orElse(List.of());
    // Microsoft Learn, application-gateway-probe-overview: 200 to 399 by default.
    return codes.isEmpty() ? "200-399" : String.join(",", codes);
  }

  /** Whether a status counts as healthy. */
  public boolean accepts(int status) {
    for (String range : expected().split(",", -1)) {
      Matcher ends = RANGE.matcher(range.trim());
      if (ends.matches()) {
        int low = Integer.parseInt(ends.group(1));
        int high = ends.group(2) == null ? low : Integer.parseInt(ends.group(2));
        if (status >= low && status <= high) {
          return true;
        }
      }
    }
    return false;
  }

  /** Base64 data of the trusted roots that the setting names. */
  public List<String> roots() {
    return Json.objects(settings, "properties", "trustedRootCertificates").stream()
        .flatMap(reference -> Json.text(reference, "id").stream())
        .flatMap(
            id -> Parts.named(gateway.document(), "trustedRootCertificates", last(id)).stream())
        .flatMap(root -> Json.text(root, "properties", "data").stream())
        .toList();
  }

  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
