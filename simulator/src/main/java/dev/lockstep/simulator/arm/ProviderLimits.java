package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of the network and DNS providers themselves, counted per subscription in windows of
 * five minutes (Microsoft Learn, request-limits-and-throttling; those of DNS as its recorded
 * headers count them: 499 reads and 11999 writes left after the first).
 */
final class ProviderLimits {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String HEADER = "x-ms-ratelimit-remaining-subscription-resource-requests";

  private record Window(Instant from, int used) {}

  private final World world;
  private final Map<String, Window> windows = new HashMap<>();
  private final RecordLimits records;

  ProviderLimits(World world) {
    this.world = world;
    this.records = new RecordLimits(world);
  }

  /** Counts a request; adds the header of DNS; gives the refusal when the window is full. */
  Optional<ArmFault> count(ArmPath path, String verb, Map<String, String> headers) {
    boolean write = !verb.equals("read");
    String type = path.id().type().toLowerCase(Locale.ROOT);
    if (!type.startsWith("microsoft.network/")) {
      return Optional.empty();
    }
    boolean dns = type.contains("dnszones");
    int limit = dns ? (write ? 12_000 : 500) : (write ? 1_000 : 10_000);
    String subscription = path.id().subscription().orElse("");
    String key = subscription.toLowerCase(Locale.ROOT) + dns + write;
    Instant now = world.now();
    Window window = windows.getOrDefault(key, new Window(now, 0));
    if (!now.isBefore(window.from().plus(WINDOW))) {
      window = new Window(now, 0);
    }
    boolean full = window.used() >= limit;
    windows.put(key, full ? window : new Window(window.from(), window.used() + 1));
    if (dns) {
      headers.put(HEADER, Integer.toString(Math.max(0, limit - window.used() - 1)));
    }
    Instant open = window.from().plus(WINDOW);
    if (dns) {
      return full
          ? Optional.of(
              RecordLimits.refused(RecordLimits.action(path, verb), limit, WINDOW, open, now))
          : records.count(path, write, verb);
    }
    return full
        ? Optional.of(refused(subscription, Duration.between(now, open)))
        : Optional.empty();
  }

  private static ArmFault refused(String subscription, Duration wait) {
    String seconds = Links.seconds(wait);
    var detail =
        ErrorBody.flat(
            "RetryableErrorDueToTooManyCalls",
            "Subscription %s was used to perform too many calls within last 5 minutes. The number of calls exceeds Microsoft.Network throttling limit. The call can be retried in %s seconds."
                .formatted(subscription, seconds));
    var error = ErrorBody.detailed("RetryableError", "A retryable error occurred.", detail);
    return new ArmFault(ArmResponse.of(429, ErrorBody.wrapped(error)).with("Retry-After", seconds));
  }
}
