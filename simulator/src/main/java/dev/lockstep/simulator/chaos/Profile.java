package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Switches;
import java.time.Duration;
import java.util.List;

/**
 * What kind of life a seed gives.
 *
 * @param switches what is not documented of Azure, drawn both ways
 * @param latencies how long slow things take
 * @param readLag how far reads may lag
 * @param drift whether the drift check runs while things go wrong; without it, every change must be
 *     found by its event
 * @param workers how many processes
 * @param happenings how many things happen
 * @param crashes how many processes die besides the first
 * @param season what there is more of
 * @param storm whether a burst follows when all is quiet
 */
record Profile(
    Switches switches,
    Latencies latencies,
    Duration readLag,
    boolean drift,
    int workers,
    int happenings,
    int crashes,
    Season season,
    boolean storm) {
  /** One life in so many is a large one: small ones meet most of it, and more of them are lived. */
  private static final int LARGE = 4;

  static Profile draw(Chance chance) {
    Switches switches =
        new Switches(
            chance.oneIn(2) ? Switches.IfMatch.HONOURED : Switches.IfMatch.IGNORED,
            chance.oneIn(2) ? Switches.ConcurrentPut.REFUSE : Switches.ConcurrentPut.SUPERSEDE,
            chance.of(List.of(Switches.EventTiming.values())),
            Switches.TrustedRoots.EXCLUSIVE,
            Switches.OlderVersions.DROP,
            Switches.VaultCheck.LATER);
    Latencies latencies =
        Latencies.DEFAULT
            .withGateway(chance.seconds(5, 90))
            .withApim(chance.seconds(5, 60))
            .withDnsZone(chance.seconds(0, 2))
            .withHealth(chance.seconds(0, 5))
            .withRotation(chance.seconds(1, 30))
            .withRetryAfter(chance.seconds(1, 10));
    Season season = season(chance);
    return new Profile(
        switches,
        latencies,
        chance.oneIn(3) ? chance.seconds(1, 60) : Duration.ZERO,
        season.hasDrift(chance),
        2 + chance.below(2),
        chance.oneIn(LARGE) ? 4 + chance.below(8) : 2 + chance.below(4),
        chance.below(6),
        season,
        chance.oneIn(4));
  }

  private static Season season(Chance chance) {
    return chance.oneIn(4) ? Season.MIXED : chance.of(List.of(Season.values()));
  }
}
