package dev.lockstep.simulator.host.library;

/** A library that the sample app brings in its lib folder. */
public final class Library {
  private Library() {}
}
