package dev.lockstep.simulator.govern;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.world.ResourceId;

/**
 * A management lock: what it forbids, it forbids everybody (Microsoft Learn, lock-resources).
 *
 * @param name name of the lock
 * @param scope subscription, group or resource; everything below inherits it
 * @param level what it forbids
 */
public record Lock(String name, ResourceId scope, Level level) {
  /** What a lock forbids. */
  public enum Level {
    /** Deletes. */
    CAN_NOT_DELETE("CanNotDelete"),
    /** Everything but reads, actions included: they are POST requests. */
    READ_ONLY("ReadOnly");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** The level as Azure writes it. */
    public String word() {
      return word;
    }
  }

  public Lock {
    requireNonNull(name, "name is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(level, "level is null");
  }

  /** Whether it stands in the way of a request to a resource. */
  boolean forbids(String method, ResourceId id) {
    return switch (method) {
      case "GET", "HEAD" -> false;
      // Who deletes a resource deletes what is below it, so a lock there holds it too.
      case "DELETE" -> covers(scope, id) || covers(id, scope);
      default -> level == Level.READ_ONLY && covers(scope, id);
    };
  }

  /** Whether an id is a scope or below it. */
  static boolean covers(ResourceId scope, ResourceId id) {
    return id.sameAs(scope) || id.key().startsWith(scope.key() + "/");
  }
}
