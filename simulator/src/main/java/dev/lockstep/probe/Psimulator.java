package dev.lockstep.probe;

/** Probe. */
public final class Psimulator {
  private Psimulator() {}
}
