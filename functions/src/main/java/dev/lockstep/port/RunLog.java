package dev.lockstep.port;

/** Takes one line per run. What it writes to is the adapter's affair. */
@FunctionalInterface
public interface RunLog {
  /** A log that keeps nothing. */
  RunLog NONE = summary -> {};

  /** Records how a run ended. Must not throw. */
  void ended(RunSummary summary);

  /** Warns a person. Must not throw. */
  default void warned(Alarm alarm) {}
}
