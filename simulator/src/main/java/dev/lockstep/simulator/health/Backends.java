package dev.lockstep.simulator.health;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Servers that are no resource of the world, and what a person switched off, by host name or
 * address. Guarded by the world's lock.
 */
public final class Backends {
  /** How a server behaves. */
  public enum Condition {
    /** Answers. */
    UP,
    /** Refuses connections. */
    DOWN,
    /** Answers after the probe has given up. */
    SLOW,
    /** Answers with status 500. */
    ERROR
  }

  private final Map<String, Condition> byName = new TreeMap<>();

  /** Sets how a server behaves; a name that is not known becomes known by this. */
  public void set(String name, Condition condition) {
    byName.put(name.toLowerCase(Locale.ROOT), condition);
  }

  /** How a server behaves, when it is known. */
  public Optional<Condition> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All known servers. */
  public Map<String, Condition> all() {
    return Map.copyOf(byName);
  }
}
