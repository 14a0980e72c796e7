package dev.lockstep.plan;

/**
 * What keeps a host name from being published.
 *
 * @param code its name in the catalogue
 * @param reason what is in the way
 * @param remedy what a person can do
 */
record Obstacle(BlockCode code, String reason, String remedy) {
  /** The finding for that host name. */
  void report(Claim claim, Findings findings) {
    findings.block(code, claim.binding(), claim.host(), reason, remedy);
  }
}
