package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.pki.Pem;
import java.util.List;
import java.util.Optional;

/** What happens in a vault: certificates are renewed, access is taken away. */
final class VaultRoutes {
  private final ControlParts parts;

  VaultRoutes(ControlParts parts) {
    this.parts = parts;
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "POST",
            "/vaults/{vault}/certificates/{name}/renew",
            "Makes a new version and sends CertificateNewVersionCreated: root (optional, base64 of a private root that signs it) or authority (name of a private authority, made when new). Tells the root, to be trusted.",
            this::renew),
        new ControlRoute(
            "PUT",
            "/vaults/{vault}/secrets/{name}/access",
            "Lets gateways read the secret or not: allowed. A gateway write that needs it then fails.",
            this::access));
  }

  private ArmResponse renew(ControlCall call) {
    Fields fields = call.fields();
    Optional<String> authority =
        fields
            .optionalText("authority")
            .map(name -> Pem.base64(parts.pki().privateAuthority(name).rootCertificate()));
    Optional<String> root = fields.optionalText("root").or(() -> authority);
    fields.done();
    VaultCertificate renewed =
        parts
            .world()
            .locked(
                () -> {
                  VaultCertificate certificate =
                      parts.vaults().renew(call.name("vault"), call.name("name"), root);
                  parts.rotation().plan(certificate);
                  return certificate;
                });
    ObjectNode told = Json.object();
    told.put("vault", renewed.vault());
    told.put("name", renewed.name());
    told.put("version", renewed.version());
    told.put("expires", renewed.expires().toString());
    renewed.root().ifPresent(base64 -> told.put("root", base64));
    return ArmResponse.of(200, told);
  }

  private ArmResponse access(ControlCall call) {
    Fields fields = call.fields();
    boolean allowed = fields.flag("allowed", true);
    fields.done();
    parts
        .world()
        .locked(
            () -> {
              parts.vaults().allow(call.name("vault"), call.name("name"), allowed);
              return allowed;
            });
    return ArmResponse.of(200, Json.object().put("allowed", allowed));
  }
}
