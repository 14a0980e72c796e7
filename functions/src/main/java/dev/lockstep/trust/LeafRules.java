package dev.lockstep.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server certificate must be by itself, wherever it leads. */
final class LeafRules {
  private static final String RENEW = "renew it in the vault or at its authority";

  private LeafRules() {}

  static List<TrustProblem> problems(PublicCertificate leaf, Optional<String> host, Instant at) {
    List<TrustProblem> found = new ArrayList<>();
    String name = leaf.subject();
    if (leaf.validity().isOver(at)) {
      found.add(
          new TrustProblem(
              TrustCode.CERTIFICATE_EXPIRED,
              "%s expired at %s".formatted(name, leaf.validity().to()),
              RENEW));
    }
    CommonRules.ahead(leaf, at).ifPresent(found::add);
    host.flatMap(wanted -> name(leaf, wanted)).ifPresent(found::add);
    if (leaf.isSelfSigned() && !leaf.purposes().signsCertificates()) {
      found.add(
          new TrustProblem(
              TrustCode.SELF_SIGNED_LEAF,
              "%s is signed by itself and is no authority (CA:TRUE), so a gateway does not take it"
                      .formatted(name)
                  + " as trusted root",
              "have it issued by an authority; './lockstep certs' makes one for rehearsals"));
    }
    if (!leaf.purposes().servesTls() || !leaf.purposes().shakesHands()) {
      found.add(
          new TrustProblem(
              TrustCode.USAGE_WRONG,
              "%s may not be used for a TLS server (key usage or extended key usage)"
                  .formatted(name),
              "issue it with extended key usage serverAuth (1.3.6.1.5.5.7.3.1) and key usage"
                  + " digitalSignature"));
    }
    found.addAll(CommonRules.strength(leaf));
    return found;
  }

  private static Optional<TrustProblem> name(PublicCertificate leaf, String host) {
    return HostMatch.of(leaf.names(), host) == HostMatch.NOT_COVERED
        ? Optional.of(
            new TrustProblem(
                TrustCode.NAME_MISMATCH,
                "%s is for %s, not for %s"
                    .formatted(leaf.subject(), leaf.names().shown(), Shown.of(host)),
                "issue it with the subject alternative name %s".formatted(Shown.of(host))))
        : Optional.empty();
  }
}
