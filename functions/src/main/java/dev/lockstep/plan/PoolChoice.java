package dev.lockstep.plan;

import dev.lockstep.desire.PoolMembers;
import dev.lockstep.model.PoolKind;
import java.util.List;
import java.util.Optional;

/**
 * Whom a site's backend pool names. A wildcard goes by address, whatever is configured: no DNS
 * knows one address for it.
 */
final class PoolChoice {
  private PoolChoice() {}

  /** The members; empty when they are not known, which is then an obstacle. */
  static Optional<PoolMembers> of(Claim claim, Findings findings, List<Obstacle> obstacles) {
    boolean byName = !claim.host().isWildcard() && claim.policy().options().pool() == PoolKind.FQDN;
    if (byName) {
      return Optional.of(new PoolMembers.ByName(claim.host()));
    }
    int before = obstacles.size();
    List<String> addresses = RegionChoice.addresses(claim, findings, obstacles);
    return obstacles.size() > before
        ? Optional.empty()
        : Optional.of(new PoolMembers.ByAddress(addresses));
  }
}
