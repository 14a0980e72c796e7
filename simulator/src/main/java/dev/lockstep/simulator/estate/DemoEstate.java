package dev.lockstep.simulator.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.Catalog;
import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.ResourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The estate of the demo: an internal service with three custom host names, a gateway that other
 * teams share, a private zone linked to its network. The documents are resources of this package.
 */
public final class DemoEstate {
  /** Name of the resource group. */
  public static final String GROUP = "rg-edge";

  private static final String LOCATION = "westeurope";
  private static final String VAULT = "kv-edge";

  private final ResourceId group;
  private final Catalog catalog;
  private final Vaults vaults;
  private final Backends backends;

  /** The estate in a subscription. */
  public DemoEstate(String subscription, Catalog catalog, Vaults vaults, Backends backends) {
    this.group = ResourceId.ofGroup(subscription, GROUP);
    this.catalog = catalog;
    this.vaults = vaults;
    this.backends = backends;
  }

  /** Id of the service. */
  public static ResourceId service(String subscription) {
    return ResourceId.ofGroup(subscription, GROUP)
        .resource("Microsoft.ApiManagement", "service", "apim-contoso");
  }

  /** Id of the gateway. */
  public static ResourceId gateway(String subscription) {
    return ResourceId.ofGroup(subscription, GROUP)
        .resource("Microsoft.Network", "applicationGateways", "agw-edge");
  }

  /** Id of the private zone. */
  public static ResourceId zone(String subscription) {
    return ResourceId.ofGroup(subscription, GROUP)
        .resource("Microsoft.Network", "privateDnsZones", "contoso.com");
  }

  /** Lays everything. */
  public void lay() {
    String subscription = group.subscription().orElseThrow();
    seed(group, Json.object().put("location", LOCATION));
    for (String host : List.of("api", "portal", "management")) {
      vaults.ensure(VAULT, "cert-" + host + "-contoso-com", "CN=" + host + ".contoso.com");
    }
    for (String server :
        List.of(
            "shop-we.azurewebsites.net", "shop-ne.azurewebsites.net", "10.0.9.10", "10.0.9.11")) {
      backends.set(server, Backends.Condition.UP);
    }
    seedAll("network.json");
    seedAll("dns.json");
    seed(service(subscription), (ObjectNode) read("service.json"));
    seed(gateway(subscription), (ObjectNode) read("gateway.json"));
  }

  private void seedAll(String file) {
    for (JsonNode entry : read(file)) {
      seed(ResourceId.of(entry.path("id").asText("")), (ObjectNode) entry);
    }
  }

  private void seed(ResourceId id, ObjectNode body) {
    catalog
        .find(id.type())
        .orElseThrow(() -> new IllegalStateException("no such type: " + id.type()))
        .seed(id, body);
  }

  private JsonNode read(String file) {
    try (InputStream in = DemoEstate.class.getResourceAsStream(file)) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${gateway}", gateway(group.subscription().orElseThrow()).toString())
              .replace("${group}", group.toString());
      return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the estate file " + file, failed);
    }
  }
}
