package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.dataplane.tls.TrustPolicy;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.Pem;
import dev.lockstep.simulator.world.Switches;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Whom backend settings trust. */
final class Roots {
  private Roots() {}

  static TrustPolicy policy(
      Gateway gateway, ObjectNode settings, WorldIdentities identities, Switches switches) {
    List<X509Certificate> listed =
        Json.objects(settings, "properties", "trustedRootCertificates").stream()
            .flatMap(reference -> Json.text(reference, "id").stream())
            .map(id -> id.substring(id.lastIndexOf('/') + 1))
            .flatMap(
                name -> Parts.named(gateway.document(), "trustedRootCertificates", name).stream())
            .flatMap(root -> read(root, identities).stream())
            .toList();
    return new TrustPolicy(
        listed,
        identities.pki().publicRoots(),
        switches.trustedRoots() == Switches.TrustedRoots.EXCLUSIVE,
        settings.path("properties").path("validateCertChainAndExpiry").asBoolean(true));
  }

  private static Optional<X509Certificate> read(ObjectNode root, WorldIdentities identities) {
    return Json.text(root, "properties", "data")
        .flatMap(Pem::ofBase64)
        .or(
            () ->
                Json.text(root, "properties", "keyVaultSecretId")
                    .flatMap(SecretId::parse)
                    .filter(identities::readable)
                    .flatMap(identities::ofVault)
                    .map(Identity::last));
  }
}
