package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a storm cost.
 *
 * @param violations what must not have happened, in words; empty when all is well
 * @param puts how many PUTs of the app each gateway took from the storm's begin on, by name; all
 *     gateways are in it
 * @param deliveries what was handed to the app, by kind
 * @param ownDeliveries how many deliveries more the changes themselves caused
 * @param messages how many queue messages were worked on from the storm's begin on
 * @param converged from the storm's begin until the world was as it should be and stayed so;
 *     virtual time
 */
public record StormReport(
    List<String> violations,
    Map<String, Long> puts,
    Map<String, Long> deliveries,
    long ownDeliveries,
    long messages,
    Duration converged) {
  public StormReport {
    violations = List.copyOf(violations);
    puts = Map.copyOf(puts);
    deliveries = Map.copyOf(deliveries);
  }
}
