package dev.lockstep.trust;

import static java.util.Objects.requireNonNull;

/**
 * Where issuers are looked for, besides what a server sends.
 *
 * @param known certificates of the trust bundle, of vaults, and those that the gateway lists now
 * @param publicRoots roots that a gateway knows by itself
 */
public record TrustSources(Pool known, Pool publicRoots) {
  public TrustSources {
    requireNonNull(known, "known is null");
    requireNonNull(publicRoots, "publicRoots is null");
  }
}
