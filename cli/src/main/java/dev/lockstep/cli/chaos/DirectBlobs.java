package dev.lockstep.cli.chaos;

import dev.lockstep.port.Blobs;
import dev.lockstep.simulator.storage.BlobContainer;
import dev.lockstep.simulator.storage.BlobProperties;
import dev.lockstep.simulator.storage.BlobWrite;
import dev.lockstep.simulator.storage.Conditions;
import dev.lockstep.simulator.storage.StorageException;
import dev.lockstep.simulator.storage.StoredBlob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A container of the simulated storage without HTTP and SDK in between. */
final class DirectBlobs implements Blobs {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final BlobContainer container;
  private final Clock clock;
  private final Supplier<String> ids;

  DirectBlobs(BlobContainer container, Clock clock, Supplier<String> ids) {
    this.container = container;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Optional<Versioned> read(String name) {
    return unless(404, () -> container.get(name, Conditions.NONE)).map(this::versioned);
  }

  private Versioned versioned(StoredBlob blob) {
    return new Versioned(blob.text(), blob.properties().etag(), date());
  }

  /** The time as a Date header tells it: in whole seconds. */
  private Instant date() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Optional<String> write(
      String name, String content, Condition condition, Optional<String> lease) {
    Conditions demanded = conditions(condition);
    Conditions all = lease.map(demanded::withLease).orElse(demanded);
    BlobWrite write = BlobWrite.json(content);
    return unless(412, () -> unless(409, () -> container.put(name, write, all)))
        .flatMap(done -> done)
        .map(BlobProperties::etag);
  }

  private static Conditions conditions(Condition condition) {
    if (condition instanceof Condition.Unchanged unchanged) {
      return Conditions.matching(unchanged.etag());
    }
    return condition instanceof Condition.Absent ? Conditions.absent() : Conditions.NONE;
  }

  @Override
  public void delete(String name) {
    var unused =
        unless(
            404,
            () -> {
              container.delete(name, Conditions.NONE);
              return name;
            });
  }

  @Override
  public List<String> list(String prefix, int max) {
    return container.list(prefix).stream()
        .limit(max)
        .map(blob -> blob.properties().name())
        .toList();
  }

  @Override
  public Optional<Lease> lease(String name) {
    if (read(name).isEmpty()) {
      var unused = write(name, "", new Condition.Absent(), Optional.empty());
    }
    String id = ids.get();
    return unless(409, () -> container.acquireLease(name, id, Optional.of(LEASE), Conditions.NONE))
        .map(taken -> new Held(name, id, date()));
  }

  /** The result; empty when the service refuses with this status. */
  private static <T> Optional<T> unless(int status, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (StorageException refused) {
      if (refused.error().status() != status) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private final class Held implements Lease {
    private final String blob;
    private final String id;
    private final Instant acquiredAt;

    Held(String blob, String id, Instant acquiredAt) {
      this.blob = blob;
      this.id = id;
      this.acquiredAt = acquiredAt;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Instant acquiredAt() {
      return acquiredAt;
    }

    @Override
    public boolean renew() {
      return unless(409, () -> container.renewLease(blob, id, Conditions.NONE)).isPresent();
    }

    @Override
    public void close() {
      var unused = unless(409, () -> container.releaseLease(blob, id, Conditions.NONE));
    }
  }
}
