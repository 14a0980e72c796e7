package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a request demands of the blob before it acts: entity tags (quoted, or {@code *}), times, and
 * the lease it claims to hold.
 */
public record Conditions(
    Optional<String> ifMatch,
    Optional<String> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince,
    Optional<String> leaseId) {

  /** No demand at all. */
  public static final Conditions NONE =
      new Conditions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Conditions {
    requireNonNull(ifMatch, "ifMatch is null");
    requireNonNull(ifNoneMatch, "ifNoneMatch is null");
    requireNonNull(ifModifiedSince, "ifModifiedSince is null");
    requireNonNull(ifUnmodifiedSince, "ifUnmodifiedSince is null");
    requireNonNull(leaseId, "leaseId is null");
  }

  /** These conditions with another lease id. */
  public Conditions withLease(String id) {
    return new Conditions(
        ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince, Optional.of(id));
  }

  /** Demands this entity tag and nothing else. */
  public static Conditions matching(String etag) {
    return new Conditions(
        Optional.of(etag), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Demands that the blob is not there yet. */
  public static Conditions absent() {
    return new Conditions(
        Optional.empty(), Optional.of("*"), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Throws unless a write to {@code current} (empty: no such blob) may go on. */
  void checkWrite(Optional<BlobProperties> current) {
    if (current.isPresent() && ifNoneMatch.filter("*"::equals).isPresent()) {
      throw StorageError.BLOB_ALREADY_EXISTS.asException();
    }
    if (current.isEmpty() ? ifMatch.isPresent() : !holds(current.get())) {
      throw StorageError.CONDITION_NOT_MET.asException();
    }
  }

  /** Throws unless a read of {@code current} may go on; an unchanged blob is 304. */
  void checkRead(BlobProperties current) {
    if (!matches(current)) {
      throw StorageError.CONDITION_NOT_MET.asException();
    }
    if (!differs(current)) {
      throw StorageError.NOT_MODIFIED.asException();
    }
  }

  private boolean holds(BlobProperties blob) {
    return matches(blob) && differs(blob);
  }

  private boolean matches(BlobProperties blob) {
    return ifMatch.map(tag -> tag.equals("*") || same(tag, blob.etag())).orElse(true)
        && ifUnmodifiedSince.map(at -> !blob.modifiedSecond().isAfter(at)).orElse(true);
  }

  private boolean differs(BlobProperties blob) {
    return ifNoneMatch.map(tag -> !tag.equals("*") && !same(tag, blob.etag())).orElse(true)
        && ifModifiedSince.map(at -> blob.modifiedSecond().isAfter(at)).orElse(true);
  }

  /** The services accept tags without their quotes, and the SDKs send them so. */
  private static boolean same(String one, String other) {
    return one.replace("\"", "").equals(other.replace("\"", ""));
  }
}
