package dev.lockstep.reconcile;

/** The lease ran out under a run. Somebody else may have the target: nothing more is written. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(String message) {
    super(message);
  }
}
