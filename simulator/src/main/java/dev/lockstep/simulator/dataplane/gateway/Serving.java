package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.probe.HealthBook;

/**
 * A gateway as it serves.
 *
 * @param live document and what was learned since
 * @param book how its servers are
 * @param forwarding the way to its pools
 */
record Serving(Live live, HealthBook book, Forwarding forwarding) {
  static Serving of(Live live, HealthBook book) {
    return new Serving(live, book, new Forwarding(live, book));
  }
}
