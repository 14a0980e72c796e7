package dev.lockstep.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All resources by id without case, in the order of their ids. Guarded by the world's lock. */
public final class Resources {
  /** How far back {@link #asOf} can look. */
  public static final Duration LONGEST_LAG = Duration.ofSeconds(60);

  private record Past(Instant at, String key, Optional<Resource> before) {}

  private final Supplier<Instant> now;
  private final NavigableMap<String, Resource> current = new TreeMap<>();
  private final ArrayDeque<Past> past = new ArrayDeque<>();
  private Optional<NavigableMap<String, Resource>> shown = Optional.empty();
  private long revision;

  /** No resources yet, and no past: {@link #asOf} shows what is. */
  public Resources() {
    this(() -> Instant.EPOCH);
  }

  /** No resources yet, with a past by a clock. */
  Resources(Supplier<Instant> now) {
    this.now = now;
  }

  /** A number that grows with every change. */
  public long revision() {
    return revision;
  }

  /** The resource, when it exists. */
  public Optional<Resource> find(ResourceId id) {
    return Optional.ofNullable(there().get(id.key()));
  }

  /** The resource, when it exists and is of the given kind. */
  public <R extends Resource> Optional<R> find(ResourceId id, Class<R> kind) {
    return find(id).filter(kind::isInstance).map(kind::cast);
  }

  /** Puts a resource in the place of the one with the same id. */
  public void put(Resource resource) {
    revision++;
    remember(resource.id().key());
    current.put(resource.id().key(), resource);
  }

  /** Removes a resource and everything below it. */
  public void remove(ResourceId id) {
    revision++;
    List<String> gone =
        current.tailMap(id.key()).keySet().stream()
            .takeWhile(key -> key.startsWith(id.key()))
            .filter(key -> key.equals(id.key()) || key.startsWith(id.key() + "/"))
            .toList();
    gone.forEach(this::remember);
    gone.forEach(current::remove);
  }

  /** Everything, in the order of ids. */
  public List<Resource> all() {
    return List.copyOf(there().values());
  }

  /** Every resource of a kind. */
  public <R extends Resource> List<R> all(Class<R> kind) {
    return there().values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Resources of a full type (without case) below a subscription, group or resource. */
  public Stream<Resource> below(ResourceId scope, String type) {
    String prefix = scope.key() + "/";
    return there().tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .filter(found -> found.id().type().equalsIgnoreCase(type));
  }

  /**
   * Runs a read that sees the resources as they were. The read must change nothing.
   *
   * @param instant within {@link #LONGEST_LAG} of now; what is older is forgotten
   */
  public <T> T asOf(Instant instant, Supplier<T> read) {
    NavigableMap<String, Resource> then = new TreeMap<>(current);
    for (var changes = past.descendingIterator(); changes.hasNext(); ) {
      Past change = changes.next();
      if (!change.at().isAfter(instant)) {
        break;
      }
      change
          .before()
          .ifPresentOrElse(
              before -> then.put(change.key(), before), () -> then.remove(change.key()));
    }
    shown = Optional.of(then);
    try {
      return read.get();
    } finally {
      shown = Optional.empty();
    }
  }

  /** Lets what is there have been there always. */
  public void forgetPast() {
    past.clear();
  }

  private NavigableMap<String, Resource> there() {
    return shown.orElse(current);
  }

  private void remember(String key) {
    Instant at = now.get();
    past.addLast(new Past(at, key, Optional.ofNullable(current.get(key))));
    while (past.peekFirst().at().isBefore(at.minus(LONGEST_LAG))) {
      past.removeFirst();
    }
  }
}
