package dev.lockstep.signal;

import dev.lockstep.model.TargetId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which targets a change in a vault reaches. The safe rule: a target is left out only when it is
 * known to have nothing to do with it.
 *
 * <pre>
 * what the target uses | object is used by it | object used by another | object used by nobody
 * ---------------------+----------------------+------------------------+----------------------
 * known                | signal               | no signal              | signal if it uses the vault
 * not known            | signal               | signal                 | signal
 * </pre>
 *
 * An object that nobody is known to use may be the certificate of a host name that is about to
 * come.
 */
final class CertificateReach {
  private final SortedMap<TargetId, Known> known = new TreeMap<>();

  CertificateReach(Targets targets, CertificateUse use) {
    for (TargetId target : targets.all()) {
      Optional<Set<VaultObject>> observed = use.of(target);
      Set<VaultObject> used = new HashSet<>(targets.configuredCertificates(target));
      used.addAll(observed.orElse(Set.of()));
      known.put(target, new Known(used, observed.isPresent()));
    }
  }

  /** The targets that a change of this certificate or secret reaches. */
  SortedSet<TargetId> ofObject(VaultObject object) {
    boolean somebodyUsesIt = known.values().stream().anyMatch(of -> of.used().contains(object));
    return somebodyUsesIt ? where(object::equals) : ofVault(object.vault());
  }

  /** The targets that a change of the vault itself reaches. */
  SortedSet<TargetId> ofVault(String vault) {
    return where(used -> used.vault().equals(vault));
  }

  private SortedSet<TargetId> where(Predicate<VaultObject> wanted) {
    SortedSet<TargetId> reached = new TreeSet<>();
    for (Map.Entry<TargetId, Known> entry : known.entrySet()) {
      Known of = entry.getValue();
      if (!of.complete() || of.used().stream().anyMatch(wanted)) {
        reached.add(entry.getKey());
      }
    }
    return reached;
  }

  /**
   * What is known of one target.
   *
   * @param complete whether it uses nothing else
   */
  private record Known(Set<VaultObject> used, boolean complete) {}
}
