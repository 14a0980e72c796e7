package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a colleague does to a service: host names come and go, the address moves. */
final class ServiceRoutes {
  private static final Set<String> TYPES =
      Set.of("Proxy", "DeveloperPortal", "Portal", "Management", "Scm", "ConfigurationApi");

  private final ControlParts parts;
  private final World world;
  private final Colleague colleague;

  ServiceRoutes(ControlParts parts) {
    this.parts = parts;
    this.world = parts.world();
    this.colleague = new Colleague(parts.arm());
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "POST",
            "/services/{service}/hostnames",
            "Adds a custom host name: hostName, type (default Proxy), keyVaultId (default: a certificate made in the vault).",
            this::add),
        new ControlRoute(
            "DELETE",
            "/services/{service}/hostnames/{hostName}",
            "Removes a custom host name.",
            this::remove),
        new ControlRoute(
            "PUT",
            "/services/{service}/private-address",
            "Moves the service to another private address: address.",
            this::move));
  }

  private ArmResponse add(ControlCall call) {
    ApimService service = service(call);
    Fields fields = call.fields();
    String hostName = fields.text("hostName").toLowerCase(Locale.ROOT);
    String type = fields.optionalText("type").orElse("Proxy");
    if (!TYPES.contains(type)) {
      fields.problem("type", "must be one of " + TYPES.stream().sorted().toList());
    }
    Optional<String> keyVaultId = fields.optionalText("keyVaultId");
    boolean isDefault = fields.flag("defaultSslBinding", false);
    if (service.hostNames().stream().anyMatch(entry -> names(entry, hostName))) {
      fields.problem("hostName", "'" + hostName + "' is there already; remove it first");
    }
    fields.done();
    ObjectNode entry = Json.object();
    entry.put("type", type);
    entry.put("hostName", hostName);
    entry.put("keyVaultId", keyVaultId.orElseGet(() -> certificateFor(service, hostName)));
    entry.put("defaultSslBinding", isDefault);
    ArrayNode entries = entries(service, "");
    entries.add(entry);
    return write(service, entries);
  }

  private ArmResponse remove(ControlCall call) {
    ApimService service = service(call);
    String hostName = call.name("hostName");
    if (service.hostNames().stream().noneMatch(entry -> names(entry, hostName))) {
      throw BadInput.notFound(
          "hostName",
          "'%s' is no host name of the service; there are %s"
              .formatted(
                  hostName,
                  service.hostNames().stream().map(e -> e.path("hostName").asText("")).toList()));
    }
    return write(service, entries(service, hostName));
  }

  private ArmResponse move(ControlCall call) {
    ApimService service = service(call);
    Fields fields = call.fields();
    String address = fields.text("address");
    if (!address.isEmpty() && !address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      fields.problem("address", "must be an IPv4 address such as 10.0.1.9");
    }
    fields.done();
    // While the service is busy the write below is refused as ARM refuses it, and nothing moves.
    boolean free =
        world.locked(
            () -> {
              ApimService now =
                  world.resources().find(service.id(), ApimService.class).orElse(service);
              if (!now.busy()) {
                world.resources().put(now.movingTo(address));
              }
              return !now.busy();
            });
    ObjectNode nothing = Json.object();
    nothing.putObject("properties");
    ArmResponse written = colleague.patch(service.id(), nothing);
    return free || !written.succeeded()
        ? Colleague.told(service.id(), written)
        : BadInput.of("service", "was busy; try again").response();
  }

  private ArmResponse write(ApimService service, ArrayNode entries) {
    ObjectNode body = Json.object();
    body.putObject("properties").set("hostnameConfigurations", entries);
    return Colleague.told(service.id(), colleague.patch(service.id(), body));
  }

  private ApimService service(ControlCall call) {
    return Named.find(world, ApimService.class, "service", call.name("service"));
  }

  private static ArrayNode entries(ApimService service, String without) {
    ArrayNode entries = Json.array();
    service.hostNames().stream().filter(entry -> !names(entry, without)).forEach(entries::add);
    return entries;
  }

  private static boolean names(ObjectNode entry, String hostName) {
    return entry.path("hostName").asText("").equalsIgnoreCase(hostName);
  }

  /** A certificate in the vault that the service uses already, as the portal offers it. */
  private String certificateFor(ApimService service, String hostName) {
    String vault =
        service.hostNames().stream()
            .flatMap(entry -> Json.text(entry, "keyVaultId").stream())
            .flatMap(url -> SecretId.parse(url).stream())
            .map(SecretId::vault)
            .findFirst()
            .orElse("kv-" + Principals.TENANT.substring(0, 8));
    String name = "cert-" + hostName.replace("*", "wildcard").replace('.', '-');
    world.locked(() -> parts.vaults().ensure(vault, name, "CN=" + hostName));
    return "https://%s.vault.azure.net/secrets/%s".formatted(vault, name);
  }
}
