package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.ArmPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes paths apart, and keeps the latest: the same few are asked for again and again. Guarded by
 * the world's lock.
 */
final class LatestPaths {
  private static final int KEPT = 100;

  private final Map<String, Optional<ArmPath>> latest = new LinkedHashMap<>();

  /** The path taken apart; empty when it has not the form of an ARM path. */
  Optional<ArmPath> of(String path) {
    Optional<ArmPath> known = latest.get(path);
    if (known == null) {
      known = parsed(path);
      latest.put(path, known);
      if (latest.size() > KEPT) {
        latest.remove(latest.keySet().iterator().next());
      }
    }
    return known;
  }

  private static Optional<ArmPath> parsed(String path) {
    try {
      return Optional.of(ArmPath.parse(path));
    } catch (IllegalArgumentException noArmPath) {
      return Optional.empty();
    }
  }
}
