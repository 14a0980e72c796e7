package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Canonical;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The host names of a service: the built-in one is always there, input-only fields are dropped, and
 * each custom one shows its certificate.
 */
final class HostNames {
  private static final String FIELD = "hostnameConfigurations";
  private static final Duration VALIDITY = Duration.ofDays(365);

  private final World world;
  private final Vaults vaults;

  HostNames(World world, Vaults vaults) {
    this.world = world;
    this.vaults = vaults;
  }

  /** Puts the host names of a written document into the form that answers show. */
  void normalise(String service, ObjectNode document, Optional<ObjectNode> before) {
    ObjectNode properties = Json.child(document, "properties");
    List<ObjectNode> sent = Json.objects(properties, FIELD);
    ArrayNode kept = Json.array();
    String builtIn = service.toLowerCase(Locale.ROOT) + ".azure-api.net";
    boolean customDefault =
        sent.stream().anyMatch(entry -> entry.path("defaultSslBinding").asBoolean());
    kept.add(builtIn(builtIn, !customDefault));
    for (ObjectNode entry : sent) {
      if (!entry.path("hostName").asText("").equalsIgnoreCase(builtIn)) {
        kept.add(custom(entry.deepCopy(), before));
      }
    }
    properties.set(FIELD, kept);
  }

  /** Marks every host name as being assigned, or as done with its certificate of now. */
  void mark(ObjectNode document, boolean done) {
    for (ObjectNode entry : Json.objects(document, "properties", FIELD)) {
      boolean isBuiltIn = entry.path("certificateSource").asText("").equals("BuiltIn");
      if (isBuiltIn) {
        continue;
      }
      if (done) {
        entry.put("certificateStatus", "Completed");
        entry.set("certificate", certificate(entry));
      } else if (!entry.has("certificateStatus")) {
        entry.put("certificateStatus", "InProgress");
      }
    }
  }

  private static ObjectNode builtIn(String hostName, boolean isDefault) {
    return Json.object()
        .put("type", "Proxy")
        .put("hostName", hostName)
        .put("negotiateClientCertificate", false)
        .put("defaultSslBinding", isDefault)
        .put("certificateSource", "BuiltIn");
  }

  private static ObjectNode custom(ObjectNode entry, Optional<ObjectNode> before) {
    boolean uploaded = entry.hasNonNull("encodedCertificate");
    entry.remove(
        List.of("encodedCertificate", "certificatePassword", "certificate", "certificateStatus"));
    before.ifPresent(document -> entry.setAll(served(document, entry)));
    entry.properties().removeIf(field -> field.getValue().isNull());
    if (!entry.has("negotiateClientCertificate")) {
      entry.put("negotiateClientCertificate", false);
    }
    if (!entry.has("defaultSslBinding")) {
      entry.put("defaultSslBinding", false);
    }
    if (!entry.has("certificateSource")) {
      boolean vault = entry.has("keyVaultId");
      entry.put("certificateSource", vault ? "KeyVault" : uploaded ? "Custom" : "Managed");
    }
    return entry;
  }

  /** What the service already serves for the host name of an entry stays as it is. */
  private static ObjectNode served(ObjectNode document, ObjectNode entry) {
    ObjectNode state = Json.object();
    Json.objects(document, "properties", FIELD).stream()
        .filter(old -> old.path("hostName").equals(entry.path("hostName")))
        .filter(old -> old.path("keyVaultId").equals(entry.path("keyVaultId")))
        .findFirst()
        .ifPresent(
            old -> {
              for (String field : List.of("certificate", "certificateStatus")) {
                if (old.has(field)) {
                  state.set(field, old.get(field));
                }
              }
            });
    return state;
  }

  private ObjectNode certificate(ObjectNode entry) {
    Optional<SecretId> secret = Json.text(entry, "keyVaultId").flatMap(SecretId::parse);
    Optional<VaultCertificate> held = secret.flatMap(id -> vaults.find(id.vault(), id.name()));
    String hostName = entry.path("hostName").asText("");
    Instant expires =
        held.map(VaultCertificate::expires).orElseGet(() -> world.now().plus(VALIDITY));
    String thumbprint =
        held.map(vaults::thumbprint)
            .orElseGet(() -> Canonical.hash(hostName).substring(0, 40).toUpperCase(Locale.ROOT));
    return Json.object()
        .put("expiry", expires.toString())
        .put("thumbprint", thumbprint)
        .put("subject", held.map(VaultCertificate::subject).orElse("CN=" + hostName));
  }
}
