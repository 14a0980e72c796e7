package dev.lockstep.simulator.eventgrid;

import java.time.Duration;
import java.time.Instant;

/** Time and the threads on which delivery happens; a virtual one drives delivery without either. */
public interface Timeline {
  /** Now. */
  Instant now();

  /** Runs the task after the delay, not on the caller's thread of control. */
  void after(Duration delay, Runnable task);
}
