package dev.lockstep.simulator.world;

/** The switches and latencies in force; both can be changed while the world runs. */
public final class Settings {
  private volatile Switches switches;
  private volatile Latencies latencies;

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
}
