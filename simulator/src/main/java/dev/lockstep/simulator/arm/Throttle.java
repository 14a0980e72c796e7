package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Throttling;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the requests of ARM in token buckets, shows what is left in the x-ms-ratelimit-remaining
 * headers, and refuses what does not fit.
 */
final class Throttle {
  private static final int GLOBAL_FACTOR = 15;

  private final World world;
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private final ProviderLimits providers;

  Throttle(World world) {
    this.world = world;
    this.providers = new ProviderLimits(world);
  }

  /**
   * What counting a request came to.
   *
   * @param headers what is left, for the answer
   * @param refusal 429 when the request does not fit
   */
  record Count(Map<String, String> headers, Optional<ArmFault> refusal) {
    /** The answer with the headers. */
    ArmResponse on(ArmResponse response) {
      return response.with(headers);
    }
  }

  /** Counts a request of an authenticated principal. */
  Count count(ArmRequest request, Optional<ArmPath> path) {
    Throttling throttling = world.settings().throttling();
    String kind = kind(request.method());
    Throttling.Bucket own = shape(throttling, kind);
    Throttling.Bucket global = own.times(GLOBAL_FACTOR);
    Optional<String> subscription = path.map(ArmPath::id).flatMap(ResourceId::subscription);
    String scope = subscription.isPresent() ? "subscription" : "tenant";
    String place = subscription.map(id -> id.toLowerCase(Locale.ROOT)).orElse("tenant") + kind;
    TokenBucket mine = bucket(place + request.principal().objectId(), own);
    TokenBucket all = bucket(place, global);
    boolean fits = mine.open(own, world.now()) && all.open(global, world.now());
    Map<String, String> headers = new LinkedHashMap<>();
    Optional<ArmFault> refusal = Optional.empty();
    if (throttling.enforced() && !fits) {
      Duration wait =
          mine.open(own, world.now())
              ? all.close(global, world.now())
              : mine.close(own, world.now());
      refusal = Optional.of(refused(request, path, subscription.orElse(""), wait));
    } else {
      mine.take();
      all.take();
    }
    String prefix = "x-ms-ratelimit-remaining-" + scope + "-";
    headers.put(prefix + kind, Long.toString(mine.left(own, world.now())));
    headers.put(prefix + "global-" + kind, Long.toString(all.left(global, world.now())));
    if (refusal.isEmpty() && path.isPresent()) {
      refusal = providers.count(path.get(), kind.substring(0, kind.length() - 1), headers);
    }
    return new Count(headers, refusal.filter(one -> throttling.enforced()));
  }

  private static String kind(String method) {
    return switch (method) {
      case "GET", "HEAD" -> "reads";
      case "DELETE" -> "deletes";
      default -> "writes";
    };
  }

  private static Throttling.Bucket shape(Throttling throttling, String kind) {
    return switch (kind) {
      case "reads" -> throttling.reads();
      case "deletes" -> throttling.deletes();
      default -> throttling.writes();
    };
  }

  private TokenBucket bucket(String name, Throttling.Bucket shape) {
    return buckets.computeIfAbsent(name, key -> new TokenBucket(shape, world.now()));
  }

  /** Text of the support article on throttled AKS clusters; the same is seen for other types. */
  private static ArmFault refused(
      ArmRequest request, Optional<ArmPath> path, String subscription, Duration wait) {
    String seconds = Links.seconds(wait);
    return Faults.of(
            429,
            "SubscriptionRequestsThrottled",
            "Number of requests for subscription '%s' and operation '%s' exceeded the backend storage limit. Please try again after '%s' seconds."
                .formatted(subscription, operation(request.method(), path), seconds))
        .with("Retry-After", seconds)
        .with("x-ms-failure-cause", "gateway");
  }

  /** The path without names, in upper case, as the published text has it. */
  private static String operation(String method, Optional<ArmPath> path) {
    StringBuilder text = new StringBuilder(method);
    path.map(ArmPath::id)
        .ifPresent(
            id -> {
              id.subscription().ifPresent(one -> text.append("/subscriptions"));
              id.group().ifPresent(one -> text.append("/resourceGroups"));
              id.namespace().ifPresent(one -> text.append("/providers/").append(one));
              text.append(
                  id.segments().stream()
                      .map(segment -> "/" + segment.type())
                      .collect(Collectors.joining()));
            });
    path.flatMap(ArmPath::trailing).ifPresent(last -> text.append('/').append(last));
    return text.toString().toUpperCase(Locale.ROOT);
  }
}
