package dev.lockstep.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/** Reads what a described fault does, with the words of Azure where none are given. */
final class EffectReader {
  private static final int DAY = 86_400_000;
  private static final int LONGEST_LAG = 60_000;

  private final FaultFields fields;

  EffectReader(FaultFields fields) {
    this.fields = fields;
  }

  Optional<Effect> read() {
    return switch (fields.text("do", "")) {
      case "refuse" -> Optional.of(refuse());
      case "reset" -> Optional.of(new Effect.Reset(fields.moment()));
      case "slow" -> Optional.of(new Effect.Slow(fields.millis("ms", DAY)));
      case "fail" ->
          Optional.of(
              new Effect.Fail(
                  fields.text("code", "InternalServerError"),
                  fields.text("message", "An error occurred.")));
      case "write" -> Optional.of(new Effect.Write(fields.moment(), fields.object("patch")));
      case "stale" -> Optional.of(new Effect.Stale(fields.millis("ms", LONGEST_LAG)));
      case "duplicate" -> Optional.of(new Effect.Duplicate(fields.number("copies", 2, 100, 2)));
      case "delay" -> Optional.of(new Effect.Delay(fields.millis("ms", DAY)));
      case "reorder" -> Optional.of(new Effect.Reorder(fields.millis("ms", DAY)));
      case "lose" -> Optional.of(new Effect.Lose(fields.number("attempts", 1, 30, 1)));
      case "twice" -> Optional.of(new Effect.Twice());
      default -> {
        fields.problem(
            "do",
            "must be one of refuse, reset, slow, fail, write, stale (requests), duplicate, delay, reorder, lose (events), twice (queue messages)");
        yield Optional.empty();
      }
    };
  }

  private Effect refuse() {
    int status = fields.number("status", 400, 599, 500);
    int seconds = fields.number("retryAfter", 0, DAY, status == 429 ? 5 : 0);
    return new Effect.Refuse(
        status,
        fields.text("code", code(status)),
        fields.text("message", message(status)),
        seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
        fields.moment());
  }

  private static String code(int status) {
    return switch (status) {
      case 409 -> "Conflict";
      case 429 -> "TooManyRequests";
      case 502 -> "BadGateway";
      case 503 -> "ServiceUnavailable";
      case 504 -> "GatewayTimeout";
      default -> status < 500 ? "BadRequest" : "InternalServerError";
    };
  }

  /** The text of 504 is that of ARM for a provider that does not answer; the others are ours. */
  private static String message(int status) {
    return switch (status) {
      case 429 -> "The request was throttled. Retry after the time of the Retry-After header.";
      case 503 -> "The service is unavailable. Please retry later.";
      case 504 ->
          "The gateway did not receive a response from 'Microsoft.Network' within the specified time period.";
      default -> status < 500 ? "The request was refused." : "An error occurred.";
    };
  }
}
