package dev.lockstep.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * One ARM request as the simulator recorded it.
 *
 * @param json the line
 */
public record AuditLine(JsonNode json) {
  /** The app's principal in the audit. */
  public static final String APP = "lockstep";

  /** When the request came. */
  public Instant time() {
    return Instant.parse(json.path("time").asText());
  }

  /** Whether the app made it. */
  public boolean isOfApp() {
    return json.path("principalName").asText().equals(APP);
  }

  /** Whether it is a read: a GET, or a POST that only looks. */
  public boolean isRead() {
    return method("GET") || isBackendHealth();
  }

  /** Whether it asks for backend health or for the answer of such a request. */
  public boolean isBackendHealth() {
    String path = json.path("path").asText().toLowerCase(Locale.ROOT);
    return path.contains("/backendhealth") || path.contains("/operationresults/");
  }

  /** Whether it was accepted. */
  public boolean isAccepted() {
    int status = json.path("status").asInt();
    return status >= 200 && status < 300;
  }

  /** Whether it has that method. */
  public boolean method(String method) {
    return json.path("method").asText().equals(method);
  }

  /** Whether it is about a resource of that type itself. */
  public boolean isOn(String type) {
    String resource = json.path("resource").asText();
    int at = resource.indexOf("/providers/" + type.toLowerCase(Locale.ROOT) + "/");
    return at >= 0
        && resource.substring(at + "/providers/".length() + type.length() + 1).indexOf('/') < 0;
  }

  /** Whether it changed something that the app had not made. */
  public boolean changedForeign() {
    return !json.path("foreignHashBefore").equals(json.path("foreignHashAfter"));
  }
}
