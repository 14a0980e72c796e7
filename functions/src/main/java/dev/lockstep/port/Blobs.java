package dev.lockstep.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Small documents with conditional writes and leases, in one container: the target's state, or the
 * journal. Every method may throw {@link StorageFailure} when storage does not answer as it should.
 */
public interface Blobs {
  /** A document and its entity tag; empty when there is none. */
  Optional<Versioned> read(String name);

  /**
   * Writes a document if the condition holds.
   *
   * @param lease the lease id when the caller holds one on this blob
   * @return the new entity tag, or empty when the condition did not hold: somebody else wrote
   */
  Optional<String> write(String name, String content, Condition condition, Optional<String> lease);

  /** Removes a document; nothing happens when there is none. */
  void delete(String name);

  /** Names that begin with the prefix, in lexical order, at most so many. */
  List<String> list(String prefix, int max);

  /**
   * Takes the lease of a blob, making the blob when there is none; empty when somebody holds it.
   */
  Optional<Lease> lease(String name);

  /** When a write may happen. */
  sealed interface Condition {
    /** Only if the document still has this entity tag. */
    record Unchanged(String etag) implements Condition {}

    /** Only if there is no such document. */
    record Absent() implements Condition {}

    /** Whatever is there. */
    record Always() implements Condition {}
  }

  /**
   * A document as it was read.
   *
   * @param content UTF-8 text
   * @param readAt when, by the storage service's clock
   */
  record Versioned(String content, String etag, Instant readAt) {}

  /** An exclusive claim that ends by itself when it is not renewed (design 5.2). */
  interface Lease extends AutoCloseable {
    /** The lease id, to be sent with writes of the leased blob. */
    String id();

    /** When it was acquired, by the storage service's clock. */
    Instant acquiredAt();

    /** Renews it; false when it was lost. */
    boolean renew();

    /** Gives it back; a lost lease is no error. */
    @Override
    void close();
  }
}
