package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.Vaults;
import java.util.List;
import java.util.Optional;

/** Whether a gateway can read the vault secrets that its document names. */
final class KeyVaultAccess {
  private final Vaults vaults;

  KeyVaultAccess(Vaults vaults) {
    this.vaults = vaults;
  }

  /** The error of the operation when a secret cannot be read (MicrosoftDocs/azure-docs 33157). */
  Optional<ObjectNode> refusal(Gateway gateway) {
    return List.of("sslCertificates", "trustedRootCertificates").stream()
        .flatMap(collection -> Parts.of(gateway.document(), collection).stream())
        .flatMap(part -> Json.text(part, "properties", "keyVaultSecretId").stream())
        .filter(url -> SecretId.parse(url).filter(id -> !vaults.readable(id)).isPresent())
        .findFirst()
        .map(url -> denied(gateway, url));
  }

  private static ObjectNode denied(Gateway gateway, String url) {
    return ErrorBody.detailed(
        "ApplicationGatewayKeyVaultSecretException",
        "Problem occured while accessing and validating KeyVault Secrets associated with Application Gateway '%s'. See details below:"
            .formatted(gateway.id()),
        ErrorBody.flat(
            "ApplicationGatewayKeyVaultSecretAccessDenied",
            "Access denied for KeyVault Secret '%s' for Application Gateway '%s'. Make sure that Identity assigned to Application Gateway has access to the KeyVault associated with secret."
                .formatted(url, gateway.id())));
  }
}
