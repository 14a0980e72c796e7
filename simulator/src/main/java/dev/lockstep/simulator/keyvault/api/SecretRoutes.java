package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.PlainSecret;
import dev.lockstep.simulator.keyvault.PlainSecrets;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /secrets} and {@code /deletedsecrets}. A certificate has a secret of the same name and
 * version: key and chain as PKCS#12 without a password, in base64 (Microsoft Learn,
 * about-certificates).
 */
final class SecretRoutes {
  private static final String KIND = "Secret";

  private final World world;
  private final Vaults vaults;
  private final PlainSecrets plain;
  private final Map<VaultCertificate, String> values = new HashMap<>();

  SecretRoutes(World world, Vaults vaults, PlainSecrets plain) {
    this.world = world;
    this.vaults = vaults;
    this.plain = plain;
  }

  ArmResponse handle(VaultRequest request) {
    Bundles bundles = new Bundles(request.url(), vaults);
    return switch (request.shape("versions")) {
      case "GET all" -> VaultPages.of(request, all(request.vault(), bundles));
      case "GET versions" -> VaultPages.of(request, versions(request, bundles));
      case "GET one", "GET version" -> ArmResponse.of(200, read(request, bundles));
      case "PUT one" -> ArmResponse.of(200, set(request, bundles));
      case "PATCH version" -> update(request, bundles);
      case "DELETE one" -> {
        PlainSecret gone =
            plain
                .delete(request.vault(), request.name().orElse(""))
                .orElseThrow(() -> VaultFaults.notFound(request, KIND));
        yield ArmResponse.of(200, deleted(gone, bundles));
      }
      default -> throw VaultFaults.methodNotAllowed();
    };
  }

  ArmResponse deleted(VaultRequest request) {
    Bundles bundles = new Bundles(request.url(), vaults);
    String name = request.name().orElseThrow(VaultFaults::methodNotAllowed);
    PlainSecret gone =
        plain
            .findDeleted(request.vault(), name)
            .orElseThrow(() -> VaultFaults.notFound(request, KIND));
    switch (request.shape("recover")) {
      case "GET one" -> {
        return ArmResponse.of(200, deleted(gone, bundles));
      }
      case "POST recover" -> {
        plain.recover(request.vault(), name);
        return ArmResponse.of(200, bundles.secret(gone, true));
      }
      case "DELETE one" -> {
        plain.purge(request.vault(), name);
        return ArmResponse.empty(204);
      }
      default -> throw VaultFaults.methodNotAllowed();
    }
  }

  private ObjectNode deleted(PlainSecret gone, Bundles bundles) {
    return bundles.deleted(bundles.secret(gone, true), "secrets", gone.name(), world.now());
  }

  private List<ObjectNode> all(String vault, Bundles bundles) {
    List<ObjectNode> all = new ArrayList<>();
    vaults.all().stream()
        .filter(one -> one.vault().equalsIgnoreCase(vault))
        .forEach(one -> all.add(bundles.certificateSecret(one, false)));
    plain.newest(vault).forEach(one -> all.add(bundles.secret(one, false)));
    return all;
  }

  private List<ObjectNode> versions(VaultRequest request, Bundles bundles) {
    String name = request.name().orElse("");
    List<ObjectNode> all = new ArrayList<>();
    vaults
        .versions(request.vault(), name)
        .forEach(one -> all.add(bundles.certificateSecret(one, true)));
    plain.versions(request.vault(), name).forEach(one -> all.add(bundles.secret(one, true)));
    return all;
  }

  private ObjectNode read(VaultRequest request, Bundles bundles) {
    Optional<VaultCertificate> certificate = certificate(request);
    if (certificate.isPresent()) {
      VaultCertificate one = certificate.get();
      requireEnabled(vaults.enabled(one));
      return bundles
          .certificateSecret(one, true)
          .put("value", values.computeIfAbsent(one, this::value));
    }
    PlainSecret one = find(request);
    requireEnabled(one.enabled());
    return bundles.secret(one, true).put("value", one.value());
  }

  // A version is the same secret at each read, though PKCS#12 is salted at each write.
  private String value(VaultCertificate one) {
    return Base64.getEncoder().encodeToString(vaults.identity(one).pkcs12(""));
  }

  private ObjectNode set(VaultRequest request, Bundles bundles) {
    ObjectNode body = request.json();
    String name = request.name().orElse("");
    if (vaults.find(request.vault(), name).isPresent()) {
      throw VaultFaults.badParameter(
          "The secret %s belongs to a certificate. Import the certificate instead."
              .formatted(name));
    }
    String value =
        Json.text(body, "value")
            .orElseThrow(() -> VaultFaults.badParameter("Property value is required"));
    PlainSecret set =
        plain.set(
            request.vault().toLowerCase(Locale.ROOT),
            name,
            value,
            Json.text(body, "contentType"),
            body.path("tags") instanceof ObjectNode tags ? tags : Json.object());
    return bundles.secret(set, true).put("value", set.value());
  }

  private ArmResponse update(VaultRequest request, Bundles bundles) {
    ObjectNode body = request.json();
    boolean enabled = body.path("attributes").path("enabled").asBoolean(true);
    Optional<VaultCertificate> certificate = certificate(request);
    if (certificate.isPresent()) {
      vaults.enable(certificate.get(), enabled);
      return ArmResponse.of(200, bundles.certificateSecret(certificate.get(), true));
    }
    PlainSecret changed = find(request).withEnabled(enabled);
    plain.put(changed);
    return ArmResponse.of(200, bundles.secret(changed, true));
  }

  private static void requireEnabled(boolean enabled) {
    if (!enabled) {
      throw VaultFaults.disabled("secret");
    }
  }

  private Optional<VaultCertificate> certificate(VaultRequest request) {
    return vaults.versions(request.vault(), request.name().orElse("")).stream()
        .filter(one -> request.rest().map(one.version()::equals).orElse(true))
        .reduce((earlier, later) -> later);
  }

  private PlainSecret find(VaultRequest request) {
    return plain.versions(request.vault(), request.name().orElse("")).stream()
        .filter(one -> request.rest().map(one.version()::equals).orElse(true))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> VaultFaults.notFound(request, KIND));
  }
}
