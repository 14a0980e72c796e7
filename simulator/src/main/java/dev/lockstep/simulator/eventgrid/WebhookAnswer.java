package dev.lockstep.simulator.eventgrid;

import java.util.Map;
import java.util.Optional;

/**
 * What became of a request to a webhook.
 *
 * @param status HTTP status, 0 if there was no answer
 * @param outcome Event Grid's word for it, as in dead letters
 * @param headers names in lower case
 */
public record WebhookAnswer(int status, String outcome, Map<String, String> headers, String body) {
  public WebhookAnswer {
    headers = Map.copyOf(headers);
  }

  /** An answer that came. */
  public static WebhookAnswer of(int status, Map<String, String> headers, String body) {
    return new WebhookAnswer(status, outcome(status), headers, body);
  }

  /** No answer, for a reason such as {@code TimedOut} or {@code SocketError}. */
  public static WebhookAnswer none(String outcome) {
    return new WebhookAnswer(0, outcome, Map.of(), "");
  }

  /** Success is 200 to 204 only (Microsoft Learn, "Event Grid message delivery and retry"). */
  boolean delivered() {
    return status >= 200 && status <= 204;
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  private static String outcome(int status) {
    return switch (status) {
      case 400 -> "BadRequest";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "NotFound";
      case 408 -> "TimedOut";
      case 413 -> "PayloadTooLarge";
      case 429, 503 -> "Busy";
      default -> status >= 200 && status <= 204 ? "Delivered" : "GenericError";
    };
  }
}
