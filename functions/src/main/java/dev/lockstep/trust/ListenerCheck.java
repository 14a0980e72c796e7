package dev.lockstep.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a certificate from serving a listener, all at once. Sources: Microsoft Learn, "TLS
 * termination with Key Vault certificates" (content types, HSM keys, versioned ids); RFC 9525
 * (names).
 */
public final class ListenerCheck {
  private static final Set<String> CONTENT_TYPES =
      Set.of("application/x-pkcs12", "application/x-pem-file");

  private static final Set<TrustCode> UNUSABLE =
      Set.of(
          TrustCode.CERTIFICATE_DISABLED,
          TrustCode.CONTENT_TYPE_WRONG,
          TrustCode.KEY_NOT_EXPORTABLE,
          TrustCode.KEY_KIND_UNSUPPORTED);

  private ListenerCheck() {}

  /** Whether no gateway can serve a certificate with that problem. */
  public static boolean isUnusable(TrustProblem problem) {
    return UNUSABLE.contains(problem.code());
  }

  /** The problems of a certificate at that instant; none when it can serve. */
  public static List<TrustProblem> problems(ListenerCertificate listener, Instant at) {
    List<TrustProblem> found = new ArrayList<>();
    secret(listener, found);
    key(listener, found);
    listener.certificate().ifPresent(certificate -> certificate(listener, certificate, at, found));
    return found;
  }

  private static void secret(ListenerCertificate listener, List<TrustProblem> found) {
    if (listener.secret().version().isPresent()) {
      found.add(
          new TrustProblem(
              TrustCode.CERTIFICATE_PINNED,
              "%s names a version, so the listener never follows a renewal"
                  .formatted(listener.secret().url()),
              "refer to %s".formatted(listener.secret().versionless().url())));
    }
    if (listener.enabled().filter(enabled -> !enabled).isPresent()) {
      found.add(
          new TrustProblem(
              TrustCode.CERTIFICATE_DISABLED,
              "%s is disabled, and the gateway switches off listeners whose certificate it cannot read"
                  .formatted(listener.secret().url()),
              "az keyvault certificate set-attributes --vault-name %s --name %s --enabled true"
                  .formatted(listener.secret().vaultName(), listener.secret().name())));
    }
    listener
        .contentType()
        .filter(type -> !CONTENT_TYPES.contains(type.toLowerCase(Locale.ROOT)))
        .ifPresent(
            type ->
                found.add(
                    new TrustProblem(
                        TrustCode.CONTENT_TYPE_WRONG,
                        "the content type of %s is '%s'"
                            .formatted(listener.secret().url(), Shown.of(type)),
                        "import it as a certificate, as PFX (application/x-pkcs12) or PEM"
                            + " (application/x-pem-file)")));
  }

  // Neither can be read as a secret with its key, which is how a gateway gets at it.
  private static void key(ListenerCertificate listener, List<TrustProblem> found) {
    boolean hardware =
        listener.keyType().filter(t -> t.toUpperCase(Locale.ROOT).endsWith("-HSM")).isPresent();
    boolean locked = listener.exportable().filter(exportable -> !exportable).isPresent();
    if (hardware || locked) {
      found.add(
          new TrustProblem(
              TrustCode.KEY_NOT_EXPORTABLE,
              "the private key of %s %s"
                  .formatted(
                      listener.secret().url(),
                      hardware ? "lives in a hardware security module" : "is not exportable"),
              "issue the certificate with an exportable software key (policy: exportable true, key"
                  + " type RSA or EC)"));
    }
  }

  private static void certificate(
      ListenerCertificate listener,
      PublicCertificate certificate,
      Instant at,
      List<TrustProblem> found) {
    String host = listener.host().value();
    LeafRules.problems(certificate, Optional.of(host), at).stream()
        // A listener may present what it likes; clients decide whom they trust.
        .filter(problem -> problem.code() != TrustCode.SELF_SIGNED_LEAF)
        .forEach(found::add);
    if (HostMatch.of(certificate.names(), host) == HostMatch.BY_COMMON_NAME) {
      found.add(
          new TrustProblem(
              TrustCode.COMMON_NAME_ONLY,
              "%s has no subject alternative name, and clients ignore the CN"
                  .formatted(certificate.subject()),
              "issue it with the subject alternative name %s".formatted(host)));
    }
    if (certificate.key().kind() == PublicKeyFacts.Kind.OTHER) {
      found.add(
          new TrustProblem(
              TrustCode.KEY_KIND_UNSUPPORTED,
              "the key of %s is neither RSA nor EC".formatted(certificate.subject()),
              "issue it with an RSA or EC key"));
    }
  }
}
