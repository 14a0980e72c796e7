package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.pki.Identity;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The listener certificates as a gateway read them last.
 *
 * @param byName by name of the element; what could not be read is missing
 */
record Certificates(Map<String, Identity> byName) {

  static Certificates read(Config config, WorldIdentities identities) {
    Map<String, Identity> read = new HashMap<>();
    for (ObjectNode element : Parts.of(config.gateway().document(), "sslCertificates")) {
      String name = Parts.name(element);
      read(element, hosts(config, name), identities)
          .ifPresent(identity -> read.put(name, identity));
    }
    return new Certificates(Map.copyOf(read));
  }

  /** Whether a listener works: one whose certificate could not be read is disabled. */
  boolean enable(Listener listener) {
    return !listener.https() || of(listener).isPresent();
  }

  Optional<Identity> of(Listener listener) {
    return listener.certificate().flatMap(name -> Optional.ofNullable(byName.get(name)));
  }

  private static Optional<Identity> read(
      ObjectNode element, List<String> hosts, WorldIdentities identities) {
    Optional<SecretId> secret =
        Json.text(element, "properties", "keyVaultSecretId").flatMap(SecretId::parse);
    if (secret.isPresent() && !identities.readable(secret.get())) {
      return Optional.empty();
    }
    // The world lays uploaded certificates without their keys, and knows secrets of other teams by
    // name only: a certificate for the listeners' host names stands in.
    return secret
        .flatMap(identities::ofVault)
        .or(() -> uploaded(element))
        .or(() -> Optional.of(identities.standIn(hosts)));
  }

  private static Optional<Identity> uploaded(ObjectNode element) {
    String password = Json.text(element, "properties", "password").orElse("");
    try {
      return Json.text(element, "properties", "data")
          .map(data -> Base64.getMimeDecoder().decode(data))
          .flatMap(bytes -> Identity.ofPkcs12(bytes, password));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static List<String> hosts(Config config, String certificate) {
    List<String> hosts =
        config.rules().stream()
            .map(Rule::listener)
            .filter(listener -> listener.certificate().filter(certificate::equals).isPresent())
            .flatMap(listener -> listener.hostNames().stream())
            .filter(host -> !host.contains("?"))
            .distinct()
            .toList();
    return hosts.isEmpty() ? List.of(certificate + ".invalid") : hosts;
  }
}
