package dev.lockstep.simulator.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lease of one blob: a state machine over time, after the table of outcomes in Microsoft Learn,
 * "Lease Blob". Not thread safe; the container guards it. An empty duration means infinite.
 */
final class Lease {
  private Optional<String> id = Optional.empty();
  private Optional<Duration> duration = Optional.empty();
  private Instant end = Instant.MAX;
  private boolean breaking;

  LeaseState state(Instant now) {
    if (id.isEmpty()) {
      return LeaseState.AVAILABLE;
    }
    boolean over = !now.isBefore(end);
    if (breaking) {
      return over ? LeaseState.BROKEN : LeaseState.BREAKING;
    }
    return over ? LeaseState.EXPIRED : LeaseState.LEASED;
  }

  LeaseView view(Instant now) {
    LeaseState state = state(now);
    return new LeaseView(state, state == LeaseState.LEASED && duration.isEmpty());
  }

  void acquire(Instant now, String proposed, Optional<Duration> length) {
    LeaseState state = state(now);
    if (state == LeaseState.BREAKING && holds(proposed)) {
      throw StorageError.LEASE_BREAKING_NO_ACQUIRE.asException();
    }
    if (state.active() && !holds(proposed)) {
      throw StorageError.LEASE_ALREADY_PRESENT.asException();
    }
    start(now, proposed, length);
  }

  void renew(Instant now, String claimed) {
    requireHeldBy(claimed);
    if (breaking) {
      throw StorageError.LEASE_BROKEN_NO_RENEW.asException();
    }
    start(now, claimed, duration);
  }

  void change(Instant now, String claimed, String proposed) {
    LeaseState state = state(now);
    if (!state.active()) {
      throw StorageError.LEASE_NOT_PRESENT_OPERATION.asException();
    }
    // Changing to the id that is already there is how a client repeats a change whose answer it
    // lost.
    if (!holds(claimed) && !holds(proposed)) {
      throw StorageError.LEASE_MISMATCH_OPERATION.asException();
    }
    if (state == LeaseState.BREAKING) {
      throw StorageError.LEASE_BREAKING_NO_CHANGE.asException();
    }
    id = Optional.of(proposed);
  }

  void release(String claimed) {
    requireHeldBy(claimed);
    clear();
  }

  /** Breaks the lease after {@code period} or what is left of it, and returns that time. */
  Duration breakAfter(Instant now, Optional<Duration> period) {
    LeaseState state = state(now);
    if (state == LeaseState.AVAILABLE) {
      throw StorageError.LEASE_NOT_PRESENT_OPERATION.asException();
    }
    Duration left = state.active() ? remaining(now, period) : Duration.ZERO;
    breaking = true;
    end = now.plus(left);
    return left;
  }

  private Duration remaining(Instant now, Optional<Duration> period) {
    if (duration.isEmpty() && !breaking) {
      return period.orElse(Duration.ZERO);
    }
    Duration left = Duration.between(now, end);
    return period.filter(p -> p.compareTo(left) < 0).orElse(left);
  }

  /** Throws unless a write with the claimed lease id may go on. */
  void checkWrite(Instant now, Optional<String> claimed) {
    LeaseState state = state(now);
    if (state.active() && claimed.isEmpty()) {
      throw StorageError.LEASE_ID_MISSING.asException();
    }
    checkClaim(state, claimed);
  }

  /** Throws unless a read with the claimed lease id, if any, may go on. */
  void checkRead(Instant now, Optional<String> claimed) {
    checkClaim(state(now), claimed);
  }

  private void checkClaim(LeaseState state, Optional<String> claimed) {
    if (claimed.isEmpty() || (state.active() && holds(claimed.get()))) {
      return;
    }
    if (state.active()) {
      throw StorageError.LEASE_MISMATCH_BLOB.asException();
    }
    throw (holds(claimed.get()) ? StorageError.LEASE_LOST : StorageError.LEASE_NOT_PRESENT_BLOB)
        .asException();
  }

  /** A write after the end of a lease ends the right to renew it. */
  void afterWrite(Instant now) {
    if (!state(now).active()) {
      clear();
    }
  }

  private void requireHeldBy(String claimed) {
    if (!holds(claimed)) {
      throw StorageError.LEASE_MISMATCH_OPERATION.asException();
    }
  }

  private boolean holds(String claimed) {
    return id.filter(held -> held.equalsIgnoreCase(claimed)).isPresent();
  }

  private void start(Instant now, String holder, Optional<Duration> length) {
    id = Optional.of(holder);
    duration = length;
    end = length.map(now::plus).orElse(Instant.MAX);
    breaking = false;
  }

  private void clear() {
    id = Optional.empty();
    duration = Optional.empty();
    end = Instant.MAX;
    breaking = false;
  }
}
