package dev.lockstep.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What came back from ARM. */
public sealed interface ArmAnswer {
  /**
   * An answer of the service, good or bad.
   *
   * @param status the HTTP status
   * @param headers by lower-case name
   * @param body the JSON; {@code MissingNode} when there was none
   */
  record Answered(int status, Map<String, String> headers, JsonNode body) implements ArmAnswer {
    public Answered {
      headers = Map.copyOf(headers);
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** A header by name, ignoring case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** {@code Retry-After} in seconds (RFC 9110, section 10.2.3); empty when absent or a date. */
    public Optional<Duration> retryAfter() {
      return header("Retry-After")
          .filter(text -> text.matches("\\d{1,6}"))
          .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
  }

  /**
   * No answer. The request may have taken effect all the same when {@code maybeSent}.
   *
   * @param maybeSent whether bytes may have reached the service
   * @param reason what happened, in words
   */
  record NoAnswer(boolean maybeSent, String reason) implements ArmAnswer {}
}
