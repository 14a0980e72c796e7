package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.reconcile.state.Renewal.View;
import dev.lockstep.trust.ListenerCertificate;
import dev.lockstep.trust.ListenerCheck;
import dev.lockstep.trust.PublicCertificate;
import java.time.Instant;
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
    boolean unread = seen.upcoming().isPresent() && upcoming.isEmpty();
    return new RenewalSight(
        newest
            .filter(leaf -> !unread)
            .map(
                leaf ->
                    upcoming
                        .filter(other -> !other.equals(leaf))
                        .map(other -> leaf.thumbprint() + " " + other.thumbprint())
                        .orElseGet(leaf::thumbprint)),
        listener,
        asked ? view(seen.presented(), upcoming) : View.NONE);
  }

  /**
   * Whether a gateway can serve the newest version: one that it cannot serve must not be read for
   * our sake, since its listener would be switched off.
   */
  static boolean isUsable(HostName host, HostCertificates seen, Instant at) {
    return seen.newest()
        .flatMap(Reading::asValue)
        .filter(
            version ->
                ListenerCheck.problems(asListener(host, version), at).stream()
                    .noneMatch(ListenerCheck::isUnusable))
        .isPresent();
  }

  private static ListenerCertificate asListener(HostName host, VaultCertificate version) {
    return new ListenerCertificate(
        host,
        // Only the words of a problem need it, and nobody reads these here.
        new SecretId("", "", Optional.empty()),
        PublicCertificate.tryParse(version.certificate().bytes()),
        version.contentType(),
        version.exportable(),
        version.keyType(),
        version.enabled());
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
