package dev.lockstep.reconcile.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Condition.Always;
import dev.lockstep.port.Blobs.Lease;
import dev.lockstep.port.BlobsContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryBlobsTest extends BlobsContract {
  private final ManualTime time = new ManualTime();
  private final InMemoryBlobs blobs = new InMemoryBlobs(time);

  @Override
  protected Blobs blobs() {
    return blobs;
  }

  @Test
  void aLeaseEndsByItselfAfterAMinute() {
    Lease lease = blobs.lease("s").orElseThrow();
    time.advance(Duration.ofMillis(59_999));
    assertThat(blobs.lease("s")).isEmpty();

    time.advance(Duration.ofMillis(1));

    assertThat(blobs.write("s", "late", new Always(), Optional.of(lease.id()))).isEmpty();
    assertThat(lease.renew()).isTrue();
  }

  @Test
  void anExpiredLeaseIsNotRenewedOnceSomebodyWrote() {
    Lease lease = blobs.lease("s").orElseThrow();
    time.advance(Duration.ofSeconds(61));
    blobs.write("s", "other", new Always(), Optional.empty());

    assertThat(lease.renew()).isFalse();
  }
}
