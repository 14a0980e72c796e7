package dev.lockstep.simulator.world;

import java.time.Duration;

/** The switches, latencies and limits in force; all can be changed while the world runs. */
public final class Settings {
  private volatile Switches switches;
  private volatile Latencies latencies;
  private volatile Throttling throttling = Throttling.DOCUMENTED;
  private volatile Duration readLag = Duration.ZERO;

  /** Starts with the given values. */
  public Settings(Switches switches, Latencies latencies) {
    this.switches = switches;
    this.latencies = latencies;
  }

  /** The switches now. */
  public Switches switches() {
    return switches;
  }

  /** The latencies now; work already accepted keeps the time it was accepted with. */
  public Latencies latencies() {
    return latencies;
  }

  /** Sets the switches. */
  public void set(Switches value) {
    switches = value;
  }

  /** Sets the latencies. */
  public void set(Latencies value) {
    latencies = value;
  }

  /** How many requests are let through. */
  public Throttling throttling() {
    return throttling;
  }

  /** Sets how many requests are let through. */
  public void set(Throttling value) {
    throttling = value;
  }

  /** How far a read may lag behind what was written, at most; a minute is the longest. */
  public Duration readLag() {
    return readLag;
  }

  /** Sets how far a read may lag. */
  public void setReadLag(Duration value) {
    if (value.isNegative() || value.compareTo(Resources.LONGEST_LAG) > 0) {
      throw new IllegalArgumentException("a read lags by 0 to 60 seconds, not " + value);
    }
    readLag = value;
  }
}
