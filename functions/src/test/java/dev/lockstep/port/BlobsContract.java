package dev.lockstep.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.Blobs.Condition.Absent;
import dev.lockstep.port.Blobs.Condition.Always;
import dev.lockstep.port.Blobs.Condition.Unchanged;
import dev.lockstep.port.Blobs.Lease;
import dev.lockstep.port.Blobs.Versioned;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Blobs} does, the one in memory and the real ones alike. */
public abstract class BlobsContract {
  private static final Optional<String> NO_LEASE = Optional.empty();

  /** An empty container. */
  protected abstract Blobs blobs();

  @Test
  void aBlobThatWasNeverWrittenIsEmpty() {
    assertThat(blobs().read("none")).isEmpty();
    assertThat(blobs().list("", 10)).isEmpty();
    blobs().delete("none");
  }

  @Test
  void whatIsWrittenIsReadWithTheSameTag() {
    Blobs blobs = blobs();

    String etag = blobs.write("a/1.json", "{\"ä\":1}", new Absent(), NO_LEASE).orElseThrow();

    Versioned read = blobs.read("a/1.json").orElseThrow();
    assertThat(read).isEqualTo(new Versioned("{\"ä\":1}", etag, read.readAt()));
  }

  @Test
  void aConditionThatDoesNotHoldWritesNothing() {
    Blobs blobs = blobs();
    String first = blobs.write("a", "1", new Absent(), NO_LEASE).orElseThrow();

    assertThat(blobs.write("a", "2", new Absent(), NO_LEASE)).isEmpty();
    String second = blobs.write("a", "3", new Unchanged(first), NO_LEASE).orElseThrow();
    assertThat(blobs.write("a", "4", new Unchanged(first), NO_LEASE)).isEmpty();
    assertThat(blobs.write("b", "5", new Unchanged(second), NO_LEASE)).isEmpty();
    assertThat(blobs.read("a").orElseThrow().content()).isEqualTo("3");
    assertThat(blobs.write("a", "6", new Always(), NO_LEASE)).isPresent();
  }

  @Test
  void aListIsInOrderAndBounded() {
    Blobs blobs = blobs();
    for (String name : new String[] {"t/3", "t/1", "u/1", "t/2"}) {
      blobs.write(name, "x", new Always(), NO_LEASE);
    }

    assertThat(blobs.list("t/", 10)).containsExactly("t/1", "t/2", "t/3");
    assertThat(blobs.list("t/", 2)).containsExactly("t/1", "t/2");
    blobs.delete("t/1");
    assertThat(blobs.list("t/", 2)).containsExactly("t/2", "t/3");
  }

  @Test
  void aLeaseMakesItsBlobAndExcludesOthers() {
    Blobs blobs = blobs();

    Lease lease = blobs.lease("s").orElseThrow();

    assertThat(blobs.read("s").orElseThrow().content()).isEmpty();
    assertThat(blobs.lease("s")).isEmpty();
    assertThat(lease.renew()).isTrue();
    lease.close();
    assertThat(blobs.lease("s")).isPresent();
  }

  @Test
  void aLeasedBlobTakesWritesOnlyWithItsLease() {
    Blobs blobs = blobs();
    Lease lease = blobs.lease("s").orElseThrow();
    String etag = blobs.read("s").orElseThrow().etag();

    assertThat(blobs.write("s", "1", new Always(), NO_LEASE)).isEmpty();
    assertThat(blobs.write("s", "2", new Unchanged(etag), Optional.of(lease.id()))).isPresent();
    assertThat(blobs.write("s", "3", new Unchanged(etag), Optional.of(lease.id()))).isEmpty();
    lease.close();
    assertThat(blobs.write("s", "4", new Always(), Optional.of(lease.id()))).isEmpty();
    assertThat(blobs.read("s").orElseThrow().content()).isEqualTo("2");
  }

  @Test
  void aReleasedLeaseIsNotRenewedOnceAnotherHasIt() {
    Blobs blobs = blobs();
    Lease first = blobs.lease("s").orElseThrow();
    first.close();
    Lease second = blobs.lease("s").orElseThrow();

    assertThat(first.renew()).isFalse();
    first.close();
    assertThat(second.renew()).isTrue();
  }
}
