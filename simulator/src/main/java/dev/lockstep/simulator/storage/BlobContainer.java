package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One container and its blobs. Every method is one atomic step, as a request is at the service.
 * Methods throw {@link StorageException} with the service's error.
 */
public final class BlobContainer {
  private final String name;
  private final Map<String, String> metadata;
  private final Instant lastModified;
  private final String etag;
  private final Clock clock;
  private final Etags etags;
  private final TreeMap<String, BlobEntry> blobs = new TreeMap<>();

  BlobContainer(String name, Map<String, String> metadata, Clock clock, Etags etags) {
    this.name = requireNonNull(name, "name is null");
    this.metadata = Map.copyOf(metadata);
    this.clock = requireNonNull(clock, "clock is null");
    this.etags = requireNonNull(etags, "etags is null");
    this.lastModified = clock.instant();
    this.etag = etags.next(lastModified);
  }

  public String name() {
    return name;
  }

  public Map<String, String> metadata() {
    return metadata;
  }

  public Instant lastModified() {
    return lastModified;
  }

  /** Quoted entity tag of the container. */
  public String etag() {
    return etag;
  }

  /** Creates or replaces a blob; the lease, if any, stays. */
  public synchronized BlobProperties put(String blob, BlobWrite write, Conditions conditions) {
    return store(blob, Optional.ofNullable(blobs.get(blob)), write, conditions);
  }

  /** Adds bytes to the end of an append blob, optionally only at {@code position}. */
  public synchronized BlobProperties append(
      String blob, Bytes more, OptionalLong position, Conditions conditions) {
    BlobEntry entry = entry(blob);
    Bytes old = entry.state().content();
    if (entry.state().type() != BlobType.APPEND) {
      throw StorageError.INVALID_BLOB_TYPE.asException();
    }
    if (position.isPresent() && position.getAsLong() != old.length()) {
      throw StorageError.APPEND_POSITION.asException();
    }
    return store(blob, Optional.of(entry), entry.state().appended(old.plus(more)), conditions);
  }

  /** Replaces the metadata of a blob. */
  public synchronized BlobProperties setMetadata(
      String blob, Map<String, String> replacement, Conditions conditions) {
    BlobEntry entry = entry(blob);
    return store(blob, Optional.of(entry), entry.state().withMetadata(replacement), conditions);
  }

  /** Replaces the content headers of a blob. */
  public synchronized BlobProperties setHeaders(
      String blob, Map<String, String> replacement, Conditions conditions) {
    BlobEntry entry = entry(blob);
    return store(blob, Optional.of(entry), entry.state().withHeaders(replacement), conditions);
  }

  /** Reads a blob. */
  public synchronized StoredBlob get(String blob, Conditions conditions) {
    BlobEntry entry = entry(blob);
    conditions.checkRead(entry.properties());
    entry.lease().checkRead(clock.instant(), conditions.leaseId());
    return entry.view(clock.instant());
  }

  /** Deletes a blob. */
  public synchronized void delete(String blob, Conditions conditions) {
    BlobEntry entry = entry(blob);
    conditions.checkWrite(Optional.of(entry.properties()));
    entry.lease().checkWrite(clock.instant(), conditions.leaseId());
    blobs.remove(blob);
  }

  /** Blobs whose names begin with {@code prefix}, in order of name. */
  public synchronized List<StoredBlob> list(String prefix) {
    Instant now = clock.instant();
    return blobs.tailMap(prefix).values().stream()
        .takeWhile(entry -> entry.properties().name().startsWith(prefix))
        .map(entry -> entry.view(now))
        .toList();
  }

  /** Takes the lease; an empty duration is infinite. */
  public synchronized BlobProperties acquireLease(
      String blob, String proposed, Optional<Duration> duration, Conditions conditions) {
    BlobEntry entry = leasable(blob, conditions);
    entry.lease().acquire(clock.instant(), proposed, duration);
    return entry.properties();
  }

  /** Starts the lease's duration again. */
  public synchronized BlobProperties renewLease(String blob, String id, Conditions conditions) {
    BlobEntry entry = leasable(blob, conditions);
    entry.lease().renew(clock.instant(), id);
    return entry.properties();
  }

  /** Gives the lease another id. */
  public synchronized BlobProperties changeLease(
      String blob, String id, String proposed, Conditions conditions) {
    BlobEntry entry = leasable(blob, conditions);
    entry.lease().change(clock.instant(), id, proposed);
    return entry.properties();
  }

  /** Gives the lease up. */
  public synchronized BlobProperties releaseLease(String blob, String id, Conditions conditions) {
    BlobEntry entry = leasable(blob, conditions);
    entry.lease().release(id);
    return entry.properties();
  }

  /** Breaks the lease after at most {@code period}; the answer tells when a new one can be had. */
  public synchronized LeaseBreak breakLease(
      String blob, Optional<Duration> period, Conditions conditions) {
    BlobEntry entry = leasable(blob, conditions);
    return new LeaseBreak(entry.properties(), entry.lease().breakAfter(clock.instant(), period));
  }

  private BlobEntry leasable(String blob, Conditions conditions) {
    BlobEntry entry = entry(blob);
    conditions.checkWrite(Optional.of(entry.properties()));
    return entry;
  }

  private BlobProperties store(
      String blob, Optional<BlobEntry> old, BlobWrite state, Conditions conditions) {
    Instant now = clock.instant();
    conditions.checkWrite(old.map(BlobEntry::properties));
    Lease lease = old.map(BlobEntry::lease).orElseGet(Lease::new);
    lease.checkWrite(now, conditions.leaseId());
    lease.afterWrite(now);
    Instant created = old.map(entry -> entry.properties().created()).orElse(now);
    BlobEntry entry = BlobEntry.of(blob, created, now, etags.next(now), state, lease);
    blobs.put(blob, entry);
    return entry.properties();
  }

  private BlobEntry entry(String blob) {
    return Optional.ofNullable(blobs.get(blob))
        .orElseThrow(StorageError.BLOB_NOT_FOUND::asException);
  }
}
