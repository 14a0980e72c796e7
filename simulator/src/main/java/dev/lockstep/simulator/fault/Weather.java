package dev.lockstep.simulator.fault;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.world.Throttling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the control plane does to its callers from the start.
 *
 * @param throttling how many requests it takes
 * @param faults what goes wrong
 * @param readLag how far a read lags behind at most: 0 to 60 seconds
 */
public record Weather(Throttling throttling, List<FaultRule> faults, Duration readLag) {
  /** The documented limits, no faults, no lag. */
  public static final Weather FAIR = new Weather(Throttling.DOCUMENTED, List.of(), Duration.ZERO);

  public Weather {
    requireNonNull(throttling, "throttling is null");
    requireNonNull(readLag, "readLag is null");
    faults = List.copyOf(faults);
  }

  /** Other limits. */
  public Weather withThrottling(Throttling value) {
    return new Weather(value, faults, readLag);
  }

  /** With one more fault. */
  public Weather withFault(FaultRule value) {
    List<FaultRule> more = new ArrayList<>(faults);
    more.add(value);
    return new Weather(throttling, more, readLag);
  }

  /** Another lag. */
  public Weather withReadLag(Duration value) {
    return new Weather(throttling, faults, value);
  }
}
