package dev.lockstep.trust;

import dev.lockstep.model.BackendTrust;
import java.time.Instant;
import java.util.List;

/**
 * The roots of one backend setting, from all chains behind it: what each host presents now in each
 * region, and what the newest version in its vault will make of it.
 *
 * <pre>
 * backendTrust  | chains behind the setting                            | then
 * --------------+------------------------------------------------------+---------------------------
 * public        | one leads to private roots only                      | Undetermined: contradicted
 * public        | all else, read or not                                | PublicOnly
 * auto          | all public or managed                                | PublicOnly
 * auto          | one unread, or its root not known                    | Undetermined
 * auto          | one private, one managed                             | Undetermined: never pinned
 * auto          | one private, all roots known                         | Listed: all, public ones too
 * listed        | one managed                                          | Undetermined: never pinned
 * listed        | one unread, or its root not known                    | Undetermined
 * listed        | all roots known                                      | Listed: all
 * auto, listed  | none leads anywhere (refused, or there is none)      | Undetermined
 * </pre>
 *
 * It is all or nothing, because a gateway that is given roots may go by these alone: then a public
 * root that is not listed is not trusted. The roots of what is presented and of what is newest are
 * united, so that a new root is trusted before API Management presents it, and the old one leaves
 * only after.
 *
 * <p>A chain with several ways has all its roots listed. The gateway has to accept what API
 * Management sends, and which root is the anchor depends on that: with a cross-certificate in the
 * chain a verifier may end at the old root, without it only at the new one, and the next renewal
 * may leave it out. A root that only some way needs costs one of 100 places; one that is missing
 * costs all requests.
 *
 * <p>A refused chain (expired, for another name) still counts with its roots, where they are known:
 * it may be refused today and taken tomorrow, when its neighbour is renewed under them.
 */
public final class TrustChooser {
  private final TrustSources sources;
  private final Instant at;

  /** Chooses with these certificates at that instant. */
  public TrustChooser(TrustSources sources, Instant at) {
    this.sources = sources;
    this.at = at;
  }

  /**
   * The choice for one setting.
   *
   * @param mode what is configured
   * @param chains all hosts and regions behind the setting
   */
  public TrustChoice choose(BackendTrust mode, List<BackendChains> chains) {
    Weighing weighing = new Weighing(sources, at);
    chains.forEach(weighing::add);
    return switch (mode) {
      case PUBLIC -> weighing.asPublic();
      case AUTO -> weighing.isPublic() ? weighing.publicOnly() : weighing.asListed();
      case LISTED -> weighing.asListed();
    };
  }
}
