package dev.lockstep.cli;

/**
 * Whether a person looks at the output. The launcher tells, because {@code System.console()} means
 * different things before and after JDK 22.
 */
final class Terminal {
  private Terminal() {}

  /** Whether colour and a waiting line are wanted (NO_COLOR: no-color.org). */
  static boolean isWanted() {
    return Boolean.getBoolean("lockstep.terminal") && System.getenv("NO_COLOR") == null;
  }
}
