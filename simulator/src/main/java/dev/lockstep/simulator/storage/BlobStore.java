package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The containers of one storage account, in memory, on the given clock. Thread safe. */
public final class BlobStore {
  /** Microsoft Learn, "Naming and referencing containers, blobs, and metadata". */
  private static final Pattern CONTAINER_NAME =
      Pattern.compile("\\$root|\\$logs|\\$web|[a-z0-9](?:-?[a-z0-9]){2,62}");

  private final Clock clock;
  private final Etags etags = new Etags();
  private final TreeMap<String, BlobContainer> containers = new TreeMap<>();

  public BlobStore(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Creates a container.
   *
   * @throws StorageException if there is one of that name, or the name is not allowed
   */
  public synchronized BlobContainer createContainer(String name, Map<String, String> metadata) {
    if (!CONTAINER_NAME.matcher(name).matches() || name.length() > 63) {
      throw StorageError.INVALID_RESOURCE_NAME.asException();
    }
    if (containers.containsKey(name)) {
      throw StorageError.CONTAINER_ALREADY_EXISTS.asException();
    }
    BlobContainer container = new BlobContainer(name, metadata, clock, etags);
    containers.put(name, container);
    return container;
  }

  /** The container of that name, created if missing. */
  public synchronized BlobContainer containerOrCreate(String name) {
    return Optional.ofNullable(containers.get(name))
        .orElseGet(() -> createContainer(name, Map.of()));
  }

  /** The container of that name; throws ContainerNotFound if there is none. */
  public synchronized BlobContainer container(String name) {
    return Optional.ofNullable(containers.get(name))
        .orElseThrow(StorageError.CONTAINER_NOT_FOUND::asException);
  }

  /** Deletes a container with all its blobs; throws ContainerNotFound if there is none. */
  public synchronized void deleteContainer(String name) {
    if (containers.remove(name) == null) {
      throw StorageError.CONTAINER_NOT_FOUND.asException();
    }
  }

  /** Containers whose names begin with {@code prefix}, in order of name. */
  public synchronized List<BlobContainer> containers(String prefix) {
    return containers.values().stream().filter(c -> c.name().startsWith(prefix)).toList();
  }
}
