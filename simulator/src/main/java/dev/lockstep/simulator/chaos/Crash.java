package dev.lockstep.simulator.chaos;

/** The process died. No app may catch it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * @param where the call at which it died
   */
  Crash(String where) {
    super(where, null, false, false);
  }
}
