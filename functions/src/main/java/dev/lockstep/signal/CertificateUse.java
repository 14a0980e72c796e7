package dev.lockstep.signal;

import dev.lockstep.model.TargetId;
import java.util.Optional;
import java.util.Set;

/** Which certificates a target uses, as its last complete observation saw it. */
@FunctionalInterface
public interface CertificateUse {
  /** Nothing was observed yet, of any target. */
  CertificateUse UNKNOWN = target -> Optional.empty();

  /**
   * The vault objects that the target's services and listeners name; empty when that is not known,
   * which is not the same as an empty set.
   */
  Optional<Set<VaultObject>> of(TargetId target);
}
