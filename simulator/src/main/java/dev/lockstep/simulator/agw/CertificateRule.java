package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A certificate that the gateway does not have yet comes with its data or with a secret id
 * (Microsoft Learn, application-gateway-key-vault-common-errors, which gives the code).
 */
final class CertificateRule implements GatewayRule {
  private static final String COLLECTION = "sslCertificates";

  @Override
  public void check(Draft draft) {
    for (ObjectNode certificate : Parts.of(draft.document(), COLLECTION)) {
      if (!given(certificate) && !kept(draft, certificate)) {
        throw GatewayRule.refusal(
            "ApplicationGatewaySslCertificateDataMustBeSpecified",
            "Data must be specified for Certificate %s."
                .formatted(draft.idOf(COLLECTION, certificate)));
      }
    }
  }

  private static boolean kept(Draft draft, ObjectNode certificate) {
    Optional<ObjectNode> known =
        draft.before().flatMap(old -> Parts.named(old, COLLECTION, Parts.name(certificate)));
    return known.filter(old -> !old.path("properties").has("keyVaultSecretId")).isPresent();
  }

  private static boolean given(ObjectNode certificate) {
    return certificate.path("properties").has("data")
        || certificate.path("properties").has("keyVaultSecretId");
  }
}
