package dev.lockstep.trust;

import java.util.List;

/** What a chain says about trust. */
enum Standing {
  /** It leads to a public root. */
  PUBLIC,
  /** It leads to private roots only. */
  PRIVATE,
  /** Its root is not known, and it may be needed. */
  UNKNOWN,
  /** Its root is not known and does not matter: no verifier takes the chain. */
  HOPELESS;

  static Standing of(ChainVerdict verdict, Pool publicRoots) {
    List<PublicCertificate> roots = verdict.roots();
    if (roots.stream().anyMatch(publicRoots::contains)) {
      return PUBLIC;
    }
    if (!roots.isEmpty()) {
      return PRIVATE;
    }
    // What has not begun to count will; what is expired or for other names will not come good.
    boolean hopeless = verdict instanceof ChainVerdict.Refused refused && !refused.passing();
    return hopeless ? HOPELESS : UNKNOWN;
  }
}
