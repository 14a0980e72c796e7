package dev.lockstep.port;

/** A monotonic clock: it measures how long something took, and says nothing of the time of day. */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds since some fixed moment; never goes back. */
  long nanos();
}
