package dev.lockstep.reconcile.world;

/** The process was killed. No code of the product may catch it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super(where);
  }
}
