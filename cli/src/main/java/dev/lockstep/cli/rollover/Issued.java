package dev.lockstep.cli.rollover;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Certificates for all hosts of a site.
 *
 * @param leaves SHA-256 of the server certificates, by host name
 * @param anchors the roots at which their chains end as they are presented
 * @param bundle all authorities above them
 * @param isPublic whether everybody trusts the roots
 */
record Issued(
    Map<String, String> leaves,
    Set<X509Certificate> anchors,
    List<X509Certificate> bundle,
    boolean isPublic) {
  Issued {
    leaves = Map.copyOf(leaves);
    anchors = Set.copyOf(anchors);
    bundle = List.copyOf(bundle);
  }
}
