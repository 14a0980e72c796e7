package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The x-ms-ratelimit-remaining headers, counted with the token buckets that ARM documents since
 * 2024 (Microsoft Learn, request-limits-and-throttling): 250 reads, refilled by 25 a second; 200
 * writes and 200 deletes, refilled by 10 a second; the global ones 15 times that. It counts and
 * does not refuse.
 */
final class RateMeter {
  private static final int GLOBAL_FACTOR = 15;

  private final World world;
  private final Map<String, Bucket> buckets = new HashMap<>();

  RateMeter(World world) {
    this.world = world;
  }

  ArmResponse count(ArmResponse response, ArmRequest request) {
    String kind =
        switch (request.method()) {
          case "GET", "HEAD" -> "reads";
          case "DELETE" -> "deletes";
          default -> "writes";
        };
    int size = kind.equals("reads") ? 250 : 200;
    int refill = kind.equals("reads") ? 25 : 10;
    long own = bucket(request.principal().objectId() + kind, size, refill).take(world.now());
    long global = bucket(kind, size * GLOBAL_FACTOR, refill * GLOBAL_FACTOR).take(world.now());
    return response
        .with("x-ms-ratelimit-remaining-subscription-" + kind, Long.toString(own))
        .with("x-ms-ratelimit-remaining-subscription-global-" + kind, Long.toString(global));
  }

  private Bucket bucket(String name, int size, int refill) {
    return buckets.computeIfAbsent(name, key -> new Bucket(size, refill, world.now()));
  }

  private static final class Bucket {
    private final int size;
    private final int refillPerSecond;
    private double level;
    private Instant last;

    Bucket(int size, int refillPerSecond, Instant now) {
      this.size = size;
      this.refillPerSecond = refillPerSecond;
      this.level = size;
      this.last = now;
    }

    long take(Instant now) {
      double seconds = Duration.between(last, now).toMillis() / 1000.0;
      level = Math.min(size, level + Math.max(0, seconds) * refillPerSecond);
      last = now;
      level = Math.max(0, level - 1);
      return (long) level;
    }
  }
}
