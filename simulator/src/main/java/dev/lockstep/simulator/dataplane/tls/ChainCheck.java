package dev.lockstep.simulator.dataplane.tls;

import dev.lockstep.simulator.health.ProbeText;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Says what is wrong with the certificates that a server presents, in the words of healthProbeLog.
 * Whether a chain is good is decided by PKIX path validation; the table says what a bad one is
 * called.
 *
 * <pre>
 * presented                                    no roots listed            roots listed
 * a leaf, but not first                        leaf not topmost           leaf not topmost
 * authorities only                             leaf missing               leaf missing
 * outside its dates                            not within valid from/to   not within valid from/to
 * up to a root of its own, which is not known  not by a well-known CA     root does not match
 * up to an intermediate, root not known        intermediate not by a      intermediate not by any
 *                                              well-known CA              root uploaded
 * the leaf alone, issuer not known             intermediate missing       intermediate missing
 * self-signed, no authority                    intermediate missing       intermediate missing
 * anything else that PKIX refuses              other, with OpenSSL code   other, with OpenSSL code
 * </pre>
 *
 * <p>Texts and causes: Microsoft Learn, application-gateway-backend-health-troubleshooting; the
 * last row but one: MicrosoftDocs/azure-docs issue 60015.
 */
final class ChainCheck {
  private final List<X509Certificate> presented;
  private final TrustPolicy policy;
  private final Instant now;

  ChainCheck(List<X509Certificate> presented, TrustPolicy policy, Instant now) {
    this.presented = List.copyOf(presented);
    this.policy = policy;
    this.now = now;
  }

  /** The text of the log; empty for a good chain. */
  Optional<String> complaint() {
    if (presented.isEmpty()) {
      return Optional.of(ProbeText.LEAF_MISSING);
    }
    if (!policy.checked()) {
      return Optional.empty();
    }
    return order().or(this::dates).or(this::trust);
  }

  private Optional<String> order() {
    if (!isAuthority(presented.get(0)) || selfSignedServer()) {
      return Optional.empty();
    }
    boolean later = presented.stream().anyMatch(one -> !isAuthority(one));
    return Optional.of(later ? ProbeText.LEAF_NOT_FIRST : ProbeText.LEAF_MISSING);
  }

  private Optional<String> dates() {
    return path().stream()
        .filter(
            one ->
                now.isBefore(one.getNotBefore().toInstant())
                    || now.isAfter(one.getNotAfter().toInstant()))
        .findFirst()
        .map(outside -> ProbeText.EXPIRED);
  }

  private Optional<String> trust() {
    X509Certificate leaf = presented.get(0);
    if (isSelfSigned(leaf) && !isAuthority(leaf)) {
      return Optional.of(ProbeText.INTERMEDIATE_MISSING);
    }
    PathValidation validation = new PathValidation(policy.anchors(), Date.from(now));
    return validation.accepts(leaf, presented) ? Optional.empty() : Optional.of(named(validation));
  }

  private String named(PathValidation validation) {
    List<X509Certificate> path = path();
    X509Certificate top = path.get(path.size() - 1);
    boolean anchored =
        policy.anchors().stream()
            .anyMatch(root -> root.equals(top) || Signatures.signed(root, top));
    if (anchored) {
      return ProbeText.other(validation.reason(path));
    }
    boolean listed = !policy.listed().isEmpty();
    if (isSelfSigned(top)) {
      return listed ? ProbeText.ROOT_MISMATCH : ProbeText.UNKNOWN_CA;
    }
    if (path.size() == 1) {
      return ProbeText.INTERMEDIATE_MISSING;
    }
    return listed ? ProbeText.NO_ROOT_OF_INTERMEDIATE : ProbeText.UNKNOWN_CA_OF_INTERMEDIATE;
  }

  /** From the first certificate upwards, as far as what is presented goes. */
  private List<X509Certificate> path() {
    List<X509Certificate> path = new ArrayList<>();
    path.add(presented.get(0));
    while (path.size() <= presented.size()) {
      X509Certificate top = path.get(path.size() - 1);
      Optional<X509Certificate> issuer =
          presented.stream()
              .filter(one -> !path.contains(one))
              .filter(one -> Signatures.signed(one, top))
              .findFirst();
      if (isSelfSigned(top) || issuer.isEmpty()) {
        break;
      }
      path.add(issuer.get());
    }
    return path;
  }

  /** One certificate that is server and root at once, as many tools make it. */
  private boolean selfSignedServer() {
    return presented.size() == 1 && isSelfSigned(presented.get(0));
  }

  private static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    return Signatures.signed(certificate, certificate);
  }
}
