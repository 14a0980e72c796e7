package dev.lockstep.simulator.dataplane.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a backend setting trusts.
 *
 * @param listed roots that the setting names
 * @param wellKnown roots that every gateway knows
 * @param exclusive whether listed roots take the place of the well-known ones; not documented, so a
 *     switch
 * @param checked whether chain and dates are looked at ({@code validateCertChainAndExpiry})
 */
public record TrustPolicy(
    List<X509Certificate> listed,
    List<X509Certificate> wellKnown,
    boolean exclusive,
    boolean checked) {

  public TrustPolicy {
    listed = List.copyOf(listed);
    wellKnown = List.copyOf(wellKnown);
  }

  /** The roots that count. */
  List<X509Certificate> anchors() {
    if (listed.isEmpty()) {
      return wellKnown;
    }
    return exclusive ? listed : Stream.concat(listed.stream(), wellKnown.stream()).toList();
  }
}
