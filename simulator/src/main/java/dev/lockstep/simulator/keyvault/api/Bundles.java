package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.PlainSecret;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.Pem;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Objects of a vault as answers show them, in the shape of the official examples. */
record Bundles(String url, Vaults vaults) {
  static final String PKCS12 = "application/x-pkcs12";
  private static final Duration RETENTION = Duration.ofDays(90);

  ObjectNode certificate(VaultCertificate one) {
    Identity identity = vaults.identity(one);
    ObjectNode bundle = certificateItem(one, true);
    bundle.put("kid", id("keys", one.name(), one.version()));
    bundle.put("sid", id("secrets", one.name(), one.version()));
    bundle.put("cer", Pem.base64(identity.first()));
    bundle.set("policy", policy(one));
    return bundle;
  }

  ObjectNode certificateItem(VaultCertificate one, boolean withVersion) {
    ObjectNode item = Json.object();
    item.put("id", id("certificates", one.name(), withVersion ? one.version() : ""));
    // Base64url of the SHA-1, as the official examples show it.
    byte[] sha1 = HexFormat.of().parseHex(vaults.thumbprint(one));
    item.put("x5t", Base64.getUrlEncoder().withoutPadding().encodeToString(sha1));
    item.set("attributes", attributes(one));
    return item;
  }

  ObjectNode policy(VaultCertificate one) {
    Instant created = vaults.created(one);
    var key = vaults.identity(one).first().getPublicKey();
    ObjectNode policy = Json.object();
    policy.put("id", id("certificates", one.name(), "policy"));
    ObjectNode properties = policy.putObject("key_props");
    properties.put("exportable", true);
    properties.put("kty", key.getAlgorithm());
    if (key instanceof RSAPublicKey rsa) {
      properties.put("key_size", rsa.getModulus().bitLength());
    } else if (key instanceof ECPublicKey ec) {
      properties.put("key_size", ec.getParams().getCurve().getField().getFieldSize());
      properties.put("crv", "P-256");
    }
    properties.put("reuse_key", false);
    policy.putObject("secret_props").put("contentType", PKCS12);
    policy.putObject("x509_props").put("subject", one.subject());
    policy.putObject("issuer").put("name", "Unknown");
    policy
        .putObject("attributes")
        .put("enabled", true)
        .put("created", created.getEpochSecond())
        .put("updated", created.getEpochSecond());
    return policy;
  }

  /** The secret of a certificate without its value. */
  ObjectNode certificateSecret(VaultCertificate one, boolean withVersion) {
    ObjectNode item = Json.object();
    item.put("id", id("secrets", one.name(), withVersion ? one.version() : ""));
    item.put("contentType", PKCS12);
    item.put("managed", true);
    item.put("kid", id("keys", one.name(), one.version()));
    item.set("attributes", attributes(one));
    return item;
  }

  /** A plain secret without its value. */
  ObjectNode secret(PlainSecret one, boolean withVersion) {
    ObjectNode item = Json.object();
    item.put("id", id("secrets", one.name(), withVersion ? one.version() : ""));
    one.contentType().ifPresent(type -> item.put("contentType", type));
    if (!one.tags().isEmpty()) {
      item.set("tags", one.tags());
    }
    item.set("attributes", attributes(one.enabled(), one.created()));
    return item;
  }

  /** What is told of a deleted object. */
  ObjectNode deleted(ObjectNode bundle, String collection, String name, Instant now) {
    bundle.put("recoveryId", url + "/deleted" + collection + "/" + name);
    bundle.put("deletedDate", now.getEpochSecond());
    bundle.put("scheduledPurgeDate", now.plus(RETENTION).getEpochSecond());
    return bundle;
  }

  private ObjectNode attributes(VaultCertificate one) {
    ObjectNode attributes = attributes(vaults.enabled(one), vaults.created(one));
    attributes.put("nbf", one.notBefore().getEpochSecond());
    attributes.put("exp", one.expires().getEpochSecond());
    return attributes;
  }

  private static ObjectNode attributes(boolean enabled, Instant created) {
    return Json.object()
        .put("enabled", enabled)
        .put("created", created.getEpochSecond())
        .put("updated", created.getEpochSecond())
        .put("recoveryLevel", "Recoverable+Purgeable")
        .put("recoverableDays", RETENTION.toDays());
  }

  private String id(String collection, String name, String version) {
    return url + "/" + collection + "/" + name + (version.isEmpty() ? "" : "/" + version);
  }
}
