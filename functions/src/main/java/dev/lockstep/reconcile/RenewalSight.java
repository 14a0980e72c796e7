package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.Reading;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.reconcile.state.Renewal.View;
import java.util.List;
import java.util.Optional;

/**
 * Who presents the newest certificate of a published host name.
 *
 * <pre>
 * of all places where it is presented | then
 * ------------------------------------+--------------------------------------------------
 * there are none to be looked at      | NONE; UNSEEN for a listener, since it stands
 * one presents another certificate    | STALE
 * one does not answer                 | UNSEEN
 * all present the newest              | FOLLOWS
 * </pre>
 *
 * @param wanted thumbprint of the newest; with that of the service's where it has another vault;
 *     empty when the vault was not read
 * @param listener of the listener
 * @param service of the service; NONE where it takes its certificate from no vault
 */
record RenewalSight(Optional<String> wanted, View listener, View service) {
  static RenewalSight of(HostCertificates seen) {
    Optional<Certificate> newest = certificate(seen.newest());
    Optional<Certificate> upcoming = certificate(seen.upcoming());
    View listener = seen.served().isEmpty() ? View.UNSEEN : view(seen.served(), newest);
    boolean asked = seen.upcoming().isPresent() && !seen.presented().isEmpty();
    return new RenewalSight(
        newest.map(
            leaf ->
                upcoming
                    .filter(other -> !other.equals(leaf))
                    .map(other -> leaf.thumbprint() + " " + other.thumbprint())
                    .orElseGet(leaf::thumbprint)),
        listener,
        asked ? view(seen.presented(), upcoming) : View.NONE);
  }

  /** Whether somebody is seen to present another certificate than the newest. */
  boolean isStale() {
    return listener == View.STALE || service == View.STALE;
  }

  private static Optional<Certificate> certificate(Optional<Reading<VaultCertificate>> version) {
    return version.flatMap(Reading::asValue).map(VaultCertificate::certificate);
  }

  private static View view(List<Look> looks, Optional<Certificate> wanted) {
    if (wanted.isEmpty()) {
      return View.UNSEEN;
    }
    boolean unseen = false;
    for (Look look : looks) {
      Optional<Certificate> leaf = look.leaf();
      if (leaf.isPresent() && !leaf.equals(wanted)) {
        return View.STALE;
      }
      unseen = unseen || leaf.isEmpty();
    }
    return unseen ? View.UNSEEN : View.FOLLOWS;
  }
}
