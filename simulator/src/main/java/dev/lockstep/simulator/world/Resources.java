package dev.lockstep.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All resources by id without case, in the order of their ids. Guarded by the world's lock. */
public final class Resources {
  private final TreeMap<String, Resource> byKey = new TreeMap<>();
  private long revision;

  /** A number that grows with every change. */
  public long revision() {
    return revision;
  }

  /** The resource, when it exists. */
  public Optional<Resource> find(ResourceId id) {
    return Optional.ofNullable(byKey.get(id.key()));
  }

  /** The resource, when it exists and is of the given kind. */
  public <R extends Resource> Optional<R> find(ResourceId id, Class<R> kind) {
    return find(id).filter(kind::isInstance).map(kind::cast);
  }

  /** Puts a resource in the place of the one with the same id. */
  public void put(Resource resource) {
    revision++;
    byKey.put(resource.id().key(), resource);
  }

  /** Removes a resource and everything below it. */
  public void remove(ResourceId id) {
    revision++;
    byKey.remove(id.key());
    byKey.keySet().removeIf(key -> key.startsWith(id.key() + "/"));
  }

  /** Everything, in the order of ids. */
  public List<Resource> all() {
    return List.copyOf(byKey.values());
  }

  /** Every resource of a kind. */
  public <R extends Resource> List<R> all(Class<R> kind) {
    return byKey.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Resources of a full type (without case) below a subscription, group or resource. */
  public Stream<Resource> below(ResourceId scope, String type) {
    String prefix = scope.key() + "/";
    String wanted = type.toLowerCase(Locale.ROOT);
    return byKey.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .filter(found -> found.id().type().toLowerCase(Locale.ROOT).equals(wanted));
  }
}
