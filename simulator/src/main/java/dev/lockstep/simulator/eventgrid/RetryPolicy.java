package dev.lockstep.simulator.eventgrid;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How long delivery is tried (Microsoft Learn, "Event Grid message delivery and retry").
 *
 * @param maxAttempts 1 to 30
 * @param timeToLive 1 to 1440 minutes
 */
public record RetryPolicy(int maxAttempts, Duration timeToLive) {
  /** 30 attempts within 24 hours. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(30, Duration.ofDays(1));

  private static final List<Duration> SCHEDULE =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6));

  private static final Duration LATER = Duration.ofHours(12);

  /** Answers after which a webhook is not tried again. */
  private static final Set<Integer> FINAL = Set.of(400, 401, 403, 413);

  public RetryPolicy {
    if (maxAttempts < 1 || maxAttempts > 30) {
      throw new IllegalArgumentException("maxDeliveryAttempts must be from 1 to 30");
    }
    if (timeToLive.toMinutes() < 1 || timeToLive.toMinutes() > 1440) {
      throw new IllegalArgumentException("eventTimeToLiveInMinutes must be from 1 to 1440");
    }
  }

  /** The wait after the given number of failed attempts, 1 or more. */
  public static Duration waitAfter(int attempts) {
    return attempts <= SCHEDULE.size() ? SCHEDULE.get(attempts - 1) : LATER;
  }

  static boolean retryable(int status) {
    return !FINAL.contains(status);
  }
}
