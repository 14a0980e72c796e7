package dev.lockstep.probe;

/** Probe. */
public final class Pfunctions {
  private Pfunctions() {}
}
