package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An uploaded certificate can be opened with its password. Texts as reported
 * (Azure/azure-rest-api-specs 1027, mspnp/aks-baseline-multi-region 20,
 * hashicorp/terraform-provider-azurerm 6457), codes with them.
 */
final class UploadRule implements GatewayRule {
  private static final String COLLECTION = "sslCertificates";

  @Override
  public void check(Draft draft) {
    for (ObjectNode certificate : Parts.of(draft.document(), COLLECTION)) {
      String data = certificate.path("properties").path("data").asText("");
      String password = certificate.path("properties").path("password").asText("");
      // What stands for data in the official examples.
      boolean masked = data.chars().allMatch(letter -> letter == '*');
      if (!masked && !kept(draft, certificate, data, password)) {
        String id = draft.idOf(COLLECTION, certificate);
        switch (UploadedCertificate.open(data, password)) {
          case OPENED -> {}
          case WRONG_PASSWORD ->
              throw GatewayRule.refusal(
                  "ApplicationGatewaySslCertificatePasswordIncorrect",
                  "Password specified for certificate %s is incorrect.".formatted(id));
          case NO_KEY ->
              throw GatewayRule.refusal(
                  "ApplicationGatewaySslCertificateInvalidData",
                  "Data or Password for certificate %s is invalid.".formatted(id));
        }
      }
    }
  }

  /** What was taken once needs no second look: every write of the gateway carries it along. */
  private static boolean kept(Draft draft, ObjectNode certificate, String data, String password) {
    Optional<ObjectNode> known =
        draft.before().flatMap(old -> Parts.named(old, COLLECTION, Parts.name(certificate)));
    return known
        .map(old -> old.path("properties"))
        .filter(old -> old.path("data").asText("").equals(data))
        .filter(old -> old.path("password").asText("").equals(password))
        .isPresent();
  }
}
