package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often the record sets of one zone may be asked for and changed in a minute (Microsoft Learn,
 * azure-subscription-service-limits and request-limits-and-throttling).
 *
 * <pre>
 * per zone and minute          private   public
 * create, update, delete            60      200
 * get                              200     2000
 * list                             100       60
 * </pre>
 */
final class RecordLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Window(Instant from, int used) {}

  private final World world;
  private final Map<String, Window> windows = new HashMap<>();

  RecordLimits(World world) {
    this.world = world;
  }

  /** Counts a request for record sets; gives the refusal when the minute is full. */
  Optional<ArmFault> count(ArmPath path, boolean write, String verb) {
    Optional<String> kind = kind(path, write);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    ResourceId zone = path.id().root();
    int limit = limit(zone, kind.get());
    String key = zone.key() + " " + kind.get();
    Instant now = world.now();
    Window window = windows.getOrDefault(key, new Window(now, 0));
    if (!now.isBefore(window.from().plus(WINDOW))) {
      window = new Window(now, 0);
    }
    boolean full = window.used() >= limit;
    windows.put(key, full ? window : new Window(window.from(), window.used() + 1));
    return full
        ? Optional.of(refused(action(path, verb), limit, WINDOW, window.from().plus(WINDOW), now))
        : Optional.empty();
  }

  /** The refusal of DNS, as reported (hashicorp/terraform-provider-azurerm 14213). */
  static ArmFault refused(String action, int limit, Duration window, Instant open, Instant now) {
    String seconds = Links.seconds(Duration.between(now, open));
    return Faults.of(
            429,
            "ResourceRequestsThrottled",
            "Number of requests for action '%s' exceeded the limit of '%d' for time interval '00:%02d:00'. Please try again after '%s' seconds."
                .formatted(action, limit, window.toMinutes(), seconds))
        .with("Retry-After", seconds);
  }

  /** Such as {@code Microsoft.Network/dnsZones/A/read}. */
  static String action(ArmPath path, String verb) {
    return path.id().type() + path.trailing().map(last -> "/" + last).orElse("") + "/" + verb;
  }

  private static Optional<String> kind(ArmPath path, boolean write) {
    int depth = path.id().segments().size();
    String last =
        path.trailing()
            .orElseGet(() -> depth == 0 ? "" : path.id().segments().get(depth - 1).type());
    boolean list = path.trailing().isPresent() && depth == 1;
    boolean one = path.trailing().isEmpty() && depth == 2;
    if (last.equalsIgnoreCase("virtualNetworkLinks") || !(list || one)) {
      return Optional.empty();
    }
    return Optional.of(write ? "write" : list ? "list" : "get");
  }

  private static int limit(ResourceId zone, String kind) {
    boolean hidden = zone.type().toLowerCase(Locale.ROOT).endsWith("/privatednszones");
    return switch (kind) {
      case "write" -> hidden ? 60 : 200;
      case "get" -> hidden ? 200 : 2000;
      default -> hidden ? 100 : 60;
    };
  }
}
