package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leases do as time passes; the rest is in {@link LeaseContract}. */
class LeaseTest {
  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofSeconds(60));
  private static final String MINE = "11111111-1111-1111-1111-111111111111";
  private static final String OTHER = "22222222-2222-2222-2222-222222222222";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private BlobContainer container;

  @BeforeEach
  void leasedBlob() {
    container = new BlobStore(clock).createContainer("locks", Map.of());
    write(Conditions.NONE);
    var unused = container.acquireLease("b", MINE, MINUTE, Conditions.NONE);
  }

  private void write(Conditions conditions) {
    var unused = container.put("b", BlobWrite.json("{}"), conditions);
  }

  private LeaseState state() {
    return container.get("b", Conditions.NONE).lease().state();
  }

  private static void refused(StorageError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void itEndsToTheInstant() {
    clock.advance(Duration.ofMillis(59_999));
    assertThat(state()).isEqualTo(LeaseState.LEASED);
    refused(
        StorageError.LEASE_ALREADY_PRESENT,
        () -> container.acquireLease("b", OTHER, MINUTE, Conditions.NONE));
    clock.advance(Duration.ofMillis(1));
    assertThat(state()).isEqualTo(LeaseState.EXPIRED);
    var unused = container.acquireLease("b", OTHER, MINUTE, Conditions.NONE);
    assertThat(state()).isEqualTo(LeaseState.LEASED);
    refused(StorageError.LEASE_MISMATCH_BLOB, () -> write(Conditions.NONE.withLease(MINE)));
    refused(
        StorageError.LEASE_MISMATCH_OPERATION,
        () -> container.renewLease("b", MINE, Conditions.NONE));
  }

  @Test
  void renewingStartsTheTimeAgain() {
    clock.advance(Duration.ofSeconds(50));
    var unused = container.renewLease("b", MINE, Conditions.NONE);
    clock.advance(Duration.ofSeconds(50));
    assertThat(state()).isEqualTo(LeaseState.LEASED);
  }

  @Test
  void anExpiredLeaseWritesNothingButCanBeRenewedIfNobodyWrote() {
    clock.advance(Duration.ofSeconds(61));
    refused(StorageError.LEASE_LOST, () -> write(Conditions.NONE.withLease(MINE)));
    var unused = container.renewLease("b", MINE, Conditions.NONE);
    assertThat(state()).isEqualTo(LeaseState.LEASED);
    clock.advance(Duration.ofSeconds(61));
    write(Conditions.NONE);
    assertThat(state()).isEqualTo(LeaseState.AVAILABLE);
    refused(
        StorageError.LEASE_MISMATCH_OPERATION,
        () -> container.renewLease("b", MINE, Conditions.NONE));
  }

  @Test
  void breakingWaitsForTheShorterOfPeriodAndRest() {
    clock.advance(Duration.ofSeconds(20));
    LeaseBreak broken = container.breakLease("b", Optional.empty(), Conditions.NONE);
    assertThat(broken.remaining()).isEqualTo(Duration.ofSeconds(40));
    broken = container.breakLease("b", Optional.of(Duration.ofSeconds(5)), Conditions.NONE);
    assertThat(broken.remaining()).isEqualTo(Duration.ofSeconds(5));
    assertThat(state()).isEqualTo(LeaseState.BREAKING);
    refused(
        StorageError.LEASE_BREAKING_NO_ACQUIRE,
        () -> container.acquireLease("b", MINE, MINUTE, Conditions.NONE));
    refused(
        StorageError.LEASE_BREAKING_NO_CHANGE,
        () -> container.changeLease("b", MINE, OTHER, Conditions.NONE));
    clock.advance(Duration.ofSeconds(5));
    assertThat(state()).isEqualTo(LeaseState.BROKEN);
    var unused = container.acquireLease("b", OTHER, MINUTE, Conditions.NONE);
    assertThat(state()).isEqualTo(LeaseState.LEASED);
  }

  @Test
  void anInfiniteLeaseNeverEndsAndBreaksAtOnce() {
    var released = container.releaseLease("b", MINE, Conditions.NONE);
    var taken = container.acquireLease("b", OTHER, Optional.empty(), Conditions.NONE);
    assertThat(taken.etag()).as("leases change no content").isEqualTo(released.etag());
    clock.advance(Duration.ofDays(10_000));
    assertThat(container.get("b", Conditions.NONE).lease())
        .isEqualTo(new LeaseView(LeaseState.LEASED, true));
    assertThat(container.breakLease("b", Optional.empty(), Conditions.NONE).remaining()).isZero();
    assertThat(state()).isEqualTo(LeaseState.BROKEN);
  }
}
