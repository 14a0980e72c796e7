package dev.lockstep.cli.chaos;

/**
 * What a storm took.
 *
 * @param deliveries events and alerts taken in
 * @param runs runs, by their records in the journal
 * @param intake seconds of ours that deliveries took
 * @param running seconds of ours that messages took
 * @param world seconds of the simulation
 * @param waited virtual seconds that runs waited for answers, one after the other
 */
public record StormFigures(
    long deliveries, long runs, double intake, double running, double world, double waited) {
  /** Share of all time that is ours. */
  public double share() {
    return (intake + running) / (intake + running + world);
  }

  /** Share of the runs' time that is ours, when answers take as long as they do in the world. */
  public double shareOfRuns() {
    return running / (running + waited);
  }
}
