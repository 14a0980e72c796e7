package dev.lockstep.probe;

/** Probe. */
public final class Pcli {
  private Pcli() {}
}
