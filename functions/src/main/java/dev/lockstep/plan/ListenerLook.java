package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.trust.ListenerCertificate;
import dev.lockstep.trust.ListenerCheck;
import dev.lockstep.trust.PublicCertificate;
import dev.lockstep.trust.TrustCode;
import dev.lockstep.trust.TrustProblem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether the newest certificate in the vault can serve the listener.
 *
 * <pre>
 * what                                     | listener stands | then
 * -----------------------------------------+-----------------+---------------------
 * disabled, content type, key              | no              | certificateUnusable
 * the same                                 | yes             | warning: what stands goes on
 * dates, names, anything else              | any             | warning
 * the gateway has no user-assigned identity| any             | identityMissing
 * not read                                 | any             | warning
 * </pre>
 */
final class ListenerLook {
  private final Claim claim;
  private final SecretId secret;
  private final BackendRoots trust;
  private final Findings findings;

  private ListenerLook(Claim claim, SecretId secret, BackendRoots trust, Findings findings) {
    this.claim = claim;
    this.secret = secret;
    this.trust = trust;
    this.findings = findings;
  }

  static void check(
      Claim claim,
      Optional<SecretId> secret,
      BackendRoots trust,
      Estate estate,
      Findings findings,
      Consumer<Obstacle> obstacles) {
    Optional<HostCertificates> seen = trust.seen(claim.host());
    seen.ifPresent(certificates -> expiry(claim, certificates, trust, findings));
    if (secret.isPresent() && seen.isPresent()) {
      identity(trust, estate, obstacles);
      new ListenerLook(claim, secret.get(), trust, findings)
          .look(seen.get(), stands(claim, estate), obstacles);
    }
  }

  private static boolean stands(Claim claim, Estate estate) {
    return estate.ownedFor(claim.host()).stream()
        .anyMatch(key -> Kind.of(key).equals(Optional.of(Kind.LISTENER)));
  }

  private static void identity(BackendRoots trust, Estate estate, Consumer<Obstacle> obstacles) {
    String name = estate.document().id().name();
    if (!trust.canReadVaults()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.IDENTITY_MISSING,
              name + " has no user-assigned identity, so it can read no certificate from a vault",
              "az network application-gateway identity assign --gateway-name %s --resource-group %s"
                      .formatted(name, estate.document().id().resourceGroup().orElse("<group>"))
                  + " --identity <id of one with the role Key Vault Secrets User on the vault>"));
    }
  }

  private void look(HostCertificates seen, boolean stands, Consumer<Obstacle> obstacles) {
    seen.gaps().forEach(gap -> unread("the trust bundle", gap));
    seen.chain()
        .flatMap(Reading::asFailure)
        .ifPresent(failure -> unread("the chain in the secret", failure));
    Optional<VaultCertificate> newest = seen.newest().flatMap(Reading::asValue);
    if (newest.isEmpty()) {
      seen.newest()
          .flatMap(Reading::asFailure)
          .ifPresent(failure -> unread("the certificate", failure));
      return;
    }
    VaultCertificate read = newest.get();
    Optional<PublicCertificate> certificate =
        PublicCertificate.tryParse(read.certificate().bytes());
    ListenerCertificate listener =
        new ListenerCertificate(
            claim.host(),
            secret.versionless(),
            certificate,
            read.contentType(),
            read.exportable(),
            read.keyType(),
            read.enabled());
    for (TrustProblem problem : ListenerCheck.problems(listener, trust.at())) {
      if (problem.code() == TrustCode.CERTIFICATE_EXPIRED) {
        continue; // ExpiryNotices tells it, with who is stale.
      }
      if (ListenerCheck.isUnusable(problem) && !stands) {
        obstacles.accept(
            new Obstacle(BlockCode.CERTIFICATE_UNUSABLE, problem.reason(), problem.remedy()));
      } else {
        warn(code(problem.code()), problem.reason() + "; " + problem.remedy());
      }
    }
  }

  private static void expiry(
      Claim claim, HostCertificates seen, BackendRoots trust, Findings findings) {
    for (ExpiryNotice notice :
        ExpiryNotices.of(claim.binding(), claim.endpoint(), seen, trust.at())) {
      // Without the days left: a warning that changes daily is a new one daily.
      findings.warn(
          notice.isOver() ? WarningCode.CERTIFICATE_EXPIRED : WarningCode.CERTIFICATE_EXPIRING,
          claim.binding().name(),
          claim.host().shown() + ": " + notice.message() + "; " + notice.remedy());
    }
  }

  private static WarningCode code(TrustCode code) {
    return switch (code) {
      case NAME_MISMATCH, COMMON_NAME_ONLY -> WarningCode.CERTIFICATE_NAME_MISMATCH;
      default -> WarningCode.CERTIFICATE_UNFIT;
    };
  }

  private void unread(String what, ReadFailure failure) {
    String then = failure.remedy().isEmpty() ? "" : "; " + failure.remedy();
    warn(WarningCode.CERTIFICATE_UNREAD, what + " could not be read: " + failure.message() + then);
  }

  private void warn(WarningCode code, String message) {
    findings.warn(code, claim.binding().name(), claim.host().shown() + ": " + message);
  }
}
