package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.world.World;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /certificates} and {@code /deletedcertificates}. */
final class CertificateRoutes {
  private static final String KIND = "Certificate";

  private final World world;
  private final Vaults vaults;
  private final Consumer<VaultCertificate> onNewVersion;

  CertificateRoutes(World world, Vaults vaults, Consumer<VaultCertificate> onNewVersion) {
    this.world = world;
    this.vaults = vaults;
    this.onNewVersion = onNewVersion;
  }

  ArmResponse handle(VaultRequest request) {
    Bundles bundles = new Bundles(request.url(), vaults);
    return switch (request.shape("versions", "policy", "import")) {
      case "GET all" ->
          VaultPages.of(
              request,
              vaults.all().stream()
                  .filter(one -> one.vault().equalsIgnoreCase(request.vault()))
                  .map(one -> bundles.certificateItem(one, false))
                  .toList());
      case "GET versions" ->
          VaultPages.of(
              request,
              versions(request).stream().map(one -> bundles.certificateItem(one, true)).toList());
      case "GET one", "GET version" ->
          ArmResponse.of(200, bundles.certificate(readable(find(request))));
      case "GET policy" -> ArmResponse.of(200, bundles.policy(last(request)));
      case "POST import" -> ArmResponse.of(200, bundles.certificate(imported(request)));
      case "PATCH one", "PATCH version" -> update(request, bundles);
      case "DELETE one" -> delete(request, bundles);
      default -> throw VaultFaults.methodNotAllowed();
    };
  }

  ArmResponse deleted(VaultRequest request) {
    Bundles bundles = new Bundles(request.url(), vaults);
    String name = request.name().orElseThrow(VaultFaults::methodNotAllowed);
    VaultCertificate gone =
        vaults
            .findDeleted(request.vault(), name)
            .orElseThrow(() -> VaultFaults.notFound(request, KIND));
    switch (request.shape("recover")) {
      case "GET one" -> {
        return ArmResponse.of(
            200,
            bundles.deleted(bundles.certificate(gone), "certificates", gone.name(), world.now()));
      }
      case "POST recover" -> {
        vaults.recover(request.vault(), name);
        return ArmResponse.of(200, bundles.certificate(gone));
      }
      case "DELETE one" -> {
        vaults.purge(request.vault(), name);
        return ArmResponse.empty(204);
      }
      default -> throw VaultFaults.methodNotAllowed();
    }
  }

  private VaultCertificate imported(VaultRequest request) {
    ObjectNode body = request.json();
    String name = request.name().orElseThrow(VaultFaults::methodNotAllowed);
    Identity identity =
        Json.text(body, "value")
            .flatMap(CertificateRoutes::bytes)
            .flatMap(bytes -> Identity.ofPkcs12(bytes, Json.text(body, "pwd").orElse("")))
            .orElseThrow(
                () ->
                    VaultFaults.badParameter(
                        "The specified PKCS#12 X.509 certificate content can not be read. Please check if certificate is in valid PKCS#12 format."));
    VaultCertificate imported =
        vaults.importVersion(request.vault().toLowerCase(Locale.ROOT), name, identity);
    onNewVersion.accept(imported);
    return imported;
  }

  private ArmResponse update(VaultRequest request, Bundles bundles) {
    VaultCertificate one = find(request);
    ObjectNode body = request.json();
    if (body.path("attributes").path("enabled").isBoolean()) {
      vaults.enable(one, body.path("attributes").path("enabled").asBoolean());
    }
    return ArmResponse.of(200, bundles.certificate(one));
  }

  private ArmResponse delete(VaultRequest request, Bundles bundles) {
    ObjectNode bundle = bundles.certificate(last(request));
    VaultCertificate gone = vaults.delete(request.vault(), request.name().orElse("")).orElseThrow();
    return ArmResponse.of(200, bundles.deleted(bundle, "certificates", gone.name(), world.now()));
  }

  private VaultCertificate readable(VaultCertificate one) {
    if (!vaults.enabled(one)) {
      throw VaultFaults.disabled("certificate");
    }
    return one;
  }

  private VaultCertificate find(VaultRequest request) {
    List<VaultCertificate> all = versions(request);
    Optional<String> version = request.rest();
    return all.stream()
        .filter(one -> version.map(one.version()::equals).orElse(true))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> VaultFaults.notFound(request, KIND));
  }

  private VaultCertificate last(VaultRequest request) {
    List<VaultCertificate> all = versions(request);
    return all.get(all.size() - 1);
  }

  private List<VaultCertificate> versions(VaultRequest request) {
    List<VaultCertificate> all = vaults.versions(request.vault(), request.name().orElse(""));
    if (all.isEmpty()) {
      throw VaultFaults.notFound(request, KIND);
    }
    return all;
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
