package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.SecretId;
import java.util.Optional;

/** Whether two certificates come from the same place. */
final class SameSource {
  private SameSource() {}

  /**
   * @param property {@code keyVaultSecretId}, where the version does not count, or {@code data}
   */
  static boolean test(String property, JsonNode read, JsonNode wanted) {
    if (SameValue.isNothing(read) || SameValue.isNothing(wanted)) {
      return false;
    }
    if (!property.equals("keyVaultSecretId")) {
      return SameValue.test(property, read, wanted);
    }
    Optional<SecretId> secret = versionless(read);
    return secret.isPresent() && secret.equals(versionless(wanted));
  }

  private static Optional<SecretId> versionless(JsonNode url) {
    return SecretId.tryParse(url.asText()).map(SecretId::versionless);
  }
}
