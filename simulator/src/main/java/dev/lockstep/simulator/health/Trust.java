package dev.lockstep.simulator.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Whether a gateway trusts the certificate of an endpoint: one under a private root needs that root
 * among the trusted roots of the setting. A coarse rule, on what the vault says of its
 * certificates.
 */
final class Trust {
  private final Vaults vaults;

  Trust(Vaults vaults) {
    this.vaults = vaults;
  }

  /** The text of the log when the certificate is not trusted. */
  Optional<String> complaint(Target target, ObjectNode endpoint) {
    Optional<String> root =
        Json.text(endpoint, "keyVaultId")
            .flatMap(SecretId::parse)
            .flatMap(id -> vaults.find(id.vault(), id.name()))
            .flatMap(VaultCertificate::root);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (target.roots().isEmpty()) {
      return Optional.of(ProbeText.UNKNOWN_CA);
    }
    boolean listed =
        target.roots().stream().map(Trust::der).anyMatch(der -> der.equals(der(root.get())));
    return listed ? Optional.empty() : Optional.of(ProbeText.ROOT_MISMATCH);
  }

  /** Base64 of DER, whether the data is base64 of DER or of a PEM text. */
  private static String der(String data) {
    String compact = data.replaceAll("\\s", "");
    try {
      String text = new String(Base64.getDecoder().decode(compact), StandardCharsets.ISO_8859_1);
      return text.contains("-----BEGIN")
          ? text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "")
          : compact;
    } catch (IllegalArgumentException noBase64) {
      return compact;
    }
  }
}
