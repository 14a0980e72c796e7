package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The queues of one storage account, in memory, on the given clock. Thread safe. */
public final class QueueStore {
  /** Microsoft Learn, "Naming queues and metadata". */
  private static final Pattern QUEUE_NAME = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}");

  private final Clock clock;
  private final Supplier<String> ids;
  private final QueueFaults faults;
  private final TreeMap<String, MessageQueue> queues = new TreeMap<>();

  public QueueStore(Clock clock) {
    this(clock, () -> UUID.randomUUID().toString());
  }

  /**
   * A store whose message ids and pop receipts come from {@code ids}: with a seeded source the same
   * history gives the same answers.
   */
  public QueueStore(Clock clock, Supplier<String> ids) {
    this(clock, ids, QueueFaults.NONE);
  }

  /** A store of which something goes wrong. */
  public QueueStore(Clock clock, Supplier<String> ids, QueueFaults faults) {
    this.faults = requireNonNull(faults, "faults is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.ids = requireNonNull(ids, "ids is null");
  }

  /**
   * Creates a queue; returns false if the same queue was there already.
   *
   * @throws StorageException if there is one with other metadata, or the name is not allowed
   */
  public synchronized boolean create(String name, Map<String, String> metadata) {
    if (!QUEUE_NAME.matcher(name).matches() || name.length() > 63) {
      throw StorageError.INVALID_RESOURCE_NAME.asException();
    }
    Optional<MessageQueue> old = Optional.ofNullable(queues.get(name));
    if (old.isPresent() && !old.get().metadata().equals(metadata)) {
      throw StorageError.QUEUE_ALREADY_EXISTS.asException();
    }
    if (old.isEmpty()) {
      queues.put(name, new MessageQueue(name, metadata, clock, ids, faults));
    }
    return old.isEmpty();
  }

  /** The queue of that name; throws QueueNotFound if there is none. */
  public synchronized MessageQueue queue(String name) {
    return find(name).orElseThrow(StorageError.QUEUE_NOT_FOUND::asException);
  }

  /** The queue of that name, if there is one. */
  public synchronized Optional<MessageQueue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** Deletes a queue with its messages; throws QueueNotFound if there is none. */
  public synchronized void delete(String name) {
    if (queues.remove(name) == null) {
      throw StorageError.QUEUE_NOT_FOUND.asException();
    }
  }

  /** Queues whose names begin with {@code prefix}, in order of name. */
  public synchronized List<MessageQueue> queues(String prefix) {
    return queues.values().stream().filter(q -> q.name().startsWith(prefix)).toList();
  }
}
