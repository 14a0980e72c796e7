package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.SecretId;
import java.util.List;

/** Warns, once for all, of certificates of others that name a version. They are never changed. */
final class PinnedByOthers {
  private PinnedByOthers() {}

  static void report(PlanInput input, Estate estate, Findings findings) {
    if (input.observation().certificates().isEmpty()) {
      return;
    }
    List<String> pinned =
        estate.foreign(Kind.CERTIFICATE.collection()).stream()
            .filter(
                certificate ->
                    SecretId.tryParse(certificate.properties().path("keyVaultSecretId").asText(""))
                        .flatMap(SecretId::version)
                        .isPresent())
            .map(certificate -> certificate.key().name())
            .sorted()
            .toList();
    if (!pinned.isEmpty()) {
      findings.warn(
          WarningCode.CERTIFICATE_PINNED_BY_OTHERS,
          "",
          "certificates of others name a version and will not follow a renewal: "
              + String.join(", ", pinned)
              + "; let their owners take the version out of the secret id");
    }
  }
}
