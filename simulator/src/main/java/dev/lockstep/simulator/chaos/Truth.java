package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the services list, and since when: by it removals are judged. */
final class Truth {
  /** Reads lag by a minute at most, and a look takes a moment. */
  private static final Duration SEEN_BY_NOW = Duration.ofSeconds(100);

  private final World world;
  private final Map<String, Instant> since = new TreeMap<>();

  Truth(World world) {
    this.world = world;
  }

  /** Custom host names that a service lists. */
  List<String> listed(ResourceId service) {
    return service(service).stream()
        .flatMap(one -> one.hostNames().stream())
        .filter(entry -> !entry.path("certificateSource").asText("").equals("BuiltIn"))
        .flatMap(entry -> Json.text(entry, "hostName").stream())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .toList();
  }

  Optional<ApimService> service(ResourceId id) {
    return world.look(() -> world.resources().find(id, ApimService.class));
  }

  /** The time in the world. */
  Instant now() {
    return world.now();
  }

  /** Notes that a host name is listed from now on. */
  void added(String host) {
    since.put(host, world.now());
  }

  /** Whether a host name is listed, for so long that nobody may take it for gone. */
  boolean surelyListed(List<ResourceId> services, String host) {
    boolean listed = services.stream().anyMatch(one -> listed(one).contains(host));
    Instant from = since.getOrDefault(host, Instant.EPOCH);
    return listed && from.plus(SEEN_BY_NOW).isBefore(world.now());
  }
}
