package dev.lockstep.reconcile.world;

import dev.lockstep.port.Blobs;
import dev.lockstep.port.StorageFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Blobs in memory with the rules of the service (Microsoft Learn, lease-blob, "Outcomes of use
 * operations by lease state"): a leased blob takes writes only with the lease's id; an expired
 * lease takes none with its old id; it can be renewed while nobody wrote or leased the blob since.
 */
public final class InMemoryBlobs implements Blobs {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Clock clock;
  private final TreeMap<String, Blob> blobs = new TreeMap<>();
  private long counter;
  private boolean failNext;
  private Runnable beforeRenew = () -> {};

  public InMemoryBlobs(Clock clock) {
    this.clock = clock;
  }

  /** Does something before each renewal of a lease. */
  public void beforeRenew(Runnable act) {
    beforeRenew = act;
  }

  /** The next write fails, and has no effect. */
  public void failNext() {
    failNext = true;
  }

  @Override
  public Optional<Versioned> read(String name) {
    return Optional.ofNullable(blobs.get(name))
        .map(b -> new Versioned(b.content, b.etag, clock.instant()));
  }

  @Override
  public Optional<String> write(
      String name, String content, Condition condition, Optional<String> lease) {
    if (failNext) {
      failNext = false;
      throw new StorageFailure("storage is down");
    }
    Blob blob = blobs.get(name);
    if (!holds(blob, condition) || !mayWrite(blob, lease)) {
      return Optional.empty();
    }
    Blob written = blob == null ? new Blob() : blob;
    written.content = content;
    written.etag = "\"0x" + ++counter + "\"";
    if (!isLeased(written)) {
      written.leaseId = "";
    }
    blobs.put(name, written);
    return Optional.of(written.etag);
  }

  private static boolean holds(Blob blob, Condition condition) {
    if (condition instanceof Condition.Unchanged unchanged) {
      return blob != null && blob.etag.equals(unchanged.etag());
    }
    return condition instanceof Condition.Always || blob == null;
  }

  private boolean mayWrite(Blob blob, Optional<String> lease) {
    if (blob != null && isLeased(blob)) {
      return lease.filter(blob.leaseId::equals).isPresent();
    }
    return lease.isEmpty();
  }

  private boolean isLeased(Blob blob) {
    return !blob.leaseId.isEmpty() && clock.instant().isBefore(blob.leasedUntil);
  }

  @Override
  public void delete(String name) {
    blobs.remove(name);
  }

  @Override
  public List<String> list(String prefix, int max) {
    return blobs.keySet().stream().filter(n -> n.startsWith(prefix)).limit(max).toList();
  }

  @Override
  public Optional<Lease> lease(String name) {
    if (!blobs.containsKey(name)) {
      write(name, "", new Condition.Absent(), Optional.empty());
    }
    Blob blob = blobs.get(name);
    if (isLeased(blob)) {
      return Optional.empty();
    }
    blob.leaseId = "lease-" + ++counter;
    blob.leasedUntil = clock.instant().plus(LEASE);
    return Optional.of(new Claim(blob, blob.leaseId, clock.instant()));
  }

  private static final class Blob {
    private String content = "";
    private String etag = "";
    private String leaseId = "";
    private Instant leasedUntil = Instant.MIN;
  }

  private final class Claim implements Lease {
    private final Blob blob;
    private final String id;
    private final Instant acquiredAt;

    Claim(Blob blob, String id, Instant acquiredAt) {
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
      beforeRenew.run();
      if (!blob.leaseId.equals(id)) {
        return false;
      }
      blob.leasedUntil = clock.instant().plus(LEASE);
      return true;
    }

    @Override
    public void close() {
      if (blob.leaseId.equals(id)) {
        blob.leaseId = "";
      }
    }
  }
}
