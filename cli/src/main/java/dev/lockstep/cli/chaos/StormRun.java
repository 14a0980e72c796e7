package dev.lockstep.cli.chaos;

import dev.lockstep.port.Ticker;
import dev.lockstep.simulator.chaos.Life;
import dev.lockstep.simulator.chaos.StormReport;
import dev.lockstep.simulator.chaos.StormScale;
import dev.lockstep.simulator.chaos.Strands;
import dev.lockstep.simulator.chaos.Tempest;

/**
 * What a storm over the app cost, and for whose work the time went by from its begin on.
 *
 * @param report what the simulation judged
 * @param figures what was measured
 */
public record StormRun(StormReport report, StormFigures figures) {
  /** Lets a storm pass over the app, without a socket. */
  public static StormRun of(StormScale scale, Ticker ticker) {
    Meter meter = new Meter(ticker);
    try (Strands strands = new Strands()) {
      StormReport report =
          Tempest.pass(
              scale,
              new MeteredSubject(new AppSubject(new Reach(true, false), Break.NONE), meter),
              strands,
              Life.authorities(),
              meter::reset);
      return new StormRun(report, meter.figures());
    }
  }
}
