package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Locale;

/** Shows the world and the audit. */
final class LookRoutes {
  private final ControlParts parts;

  LookRoutes(ControlParts parts) {
    this.parts = parts;
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "GET", "/world", "Shows every resource, certificate, server and setting.", this::world),
        new ControlRoute(
            "GET", "/audit", "Shows the audit; since skips that many entries.", this::audit));
  }

  private ArmResponse audit(ControlCall call) {
    int since = 0;
    try {
      since = call.parameter("since").map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException malformed) {
      throw BadInput.of("since", "must be a whole number");
    }
    ArrayNode entries = Json.array();
    parts.audit().since(since).forEach(entry -> entries.add(entry.toJson()));
    return ArmResponse.of(200, Json.object().set("entries", entries));
  }

  private ArmResponse world(ControlCall call) {
    World world = parts.world();
    return ArmResponse.of(200, world.locked(() -> dump(world)));
  }

  private ObjectNode dump(World world) {
    ObjectNode dump = Json.object();
    dump.put("time", world.now().toString());
    dump.set("switches", SettingRoutes.show(world.settings().switches()));
    dump.set("latencies", SettingRoutes.show(world.settings().latencies()));
    ArrayNode resources = dump.putArray("resources");
    world.resources().all().forEach(resource -> resources.add(show(resource)));
    ArrayNode certificates = dump.putArray("certificates");
    parts.vaults().all().forEach(certificate -> certificates.add(show(certificate)));
    ObjectNode backends = dump.putObject("backends");
    parts
        .backends()
        .all()
        .forEach((name, state) -> backends.put(name, state.name().toLowerCase(Locale.ROOT)));
    return dump;
  }

  private static ObjectNode show(Resource resource) {
    ObjectNode shown = Json.object();
    shown.put("id", resource.id().toString());
    shown.put("type", resource.id().type());
    ObjectNode document = resource.document().deepCopy();
    // Uploaded keys stay inside.
    Json.objects(document, "properties", "sslCertificates")
        .forEach(
            certificate ->
                Json.child(certificate, "properties").remove(List.of("data", "password")));
    shown.set("document", document);
    return shown;
  }

  private static ObjectNode show(VaultCertificate certificate) {
    return Json.object()
        .put("vault", certificate.vault())
        .put("name", certificate.name())
        .put("version", certificate.version())
        .put("subject", certificate.subject())
        .put("expires", certificate.expires().toString())
        .put("privateRoot", certificate.root().isPresent());
  }
}
