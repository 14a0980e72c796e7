package dev.lockstep.cli.kills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.world.Ready;
import java.util.ArrayList;
import java.util.List;

/** Lays sites beside the demo estate, as its operator would: copies under other names. */
final class Fleet {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET =
      "https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com";

  private final ArmClient arm;
  private final Site first;

  Fleet(ArmClient arm, Ready ready) {
    this.arm = arm;
    first =
        new Site(
            0,
            ready.text("serviceId"),
            ready.text("gatewayId"),
            ready.json().path("zoneIds").path(0).asText());
  }

  /** The demo estate's own site, and further ones until there are that many. */
  List<Site> lay(int count) {
    List<Site> sites = new ArrayList<>();
    sites.add(first);
    for (int number = 1; number < count; number++) {
      Site site =
          new Site(
              number, first.service() + "-" + number, first.gateway() + "-" + number, first.zone());
      layService(site);
      layGateway(site);
      sites.add(site);
    }
    return sites;
  }

  private void layService(Site site) {
    ObjectNode document = read(first.service(), ArmClient.APIM, "");
    ArrayNode hosts = ((ObjectNode) document.path("properties")).putArray("hostnameConfigurations");
    hosts
        .addObject()
        .put("type", "Proxy")
        .put("hostName", "api-%d.contoso.com".formatted(site.number()))
        .put("keyVaultId", SECRET)
        .put("defaultSslBinding", true);
    arm.put(site.service(), ArmClient.APIM, document);
  }

  private void layGateway(Site site) {
    String suffix = "-" + site.number();
    ObjectNode address = JSON.createObjectNode().put("location", "westeurope");
    address.putObject("sku").put("name", "Standard");
    address.putObject("properties").put("publicIPAllocationMethod", "Static");
    String group = first.gateway().substring(0, first.gateway().indexOf("/providers/"));
    String pip = group + "/providers/Microsoft.Network/publicIPAddresses/pip-agw";
    arm.put(pip + suffix, ArmClient.NETWORK, address);
    ObjectNode document = read(first.gateway(), ArmClient.NETWORK, suffix);
    for (JsonNode frontend : document.at("/properties/frontendIPConfigurations")) {
      ObjectNode properties = (ObjectNode) frontend.path("properties");
      if (properties.has("privateIPAddress")) {
        properties.put("privateIPAddress", "10.0.0." + (200 + site.number()));
      } else {
        properties.putObject("publicIPAddress").put("id", pip + suffix);
      }
    }
    for (JsonNode certificate : document.at("/properties/sslCertificates")) {
      ObjectNode properties = (ObjectNode) certificate.path("properties");
      properties.removeAll();
      properties.put("keyVaultSecretId", SECRET);
    }
    arm.put(site.gateway(), ArmClient.NETWORK, document);
  }

  /** The document of a resource of the demo, its own id replaced. */
  private ObjectNode read(String id, String version, String suffix) {
    String name = id.substring(id.lastIndexOf("/providers/"));
    String text = arm.get(id, version).toString();
    try {
      return (ObjectNode) JSON.readTree(text.replace(name, name + suffix));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was JSON is JSON", e);
    }
  }
}
