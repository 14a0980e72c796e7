package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.client.Reply;
import dev.lockstep.cli.world.Ready;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at the demo's estate and changes it, as its operator would: over Resource Manager. */
public final class Estate {
  /** The domain of the demo's private zone. */
  public static final String DOMAIN = "contoso.com";

  private final ArmClient arm;
  private final String service;
  private final String gateway;
  private final String zone;

  Estate(ArmClient arm, Ready ready) {
    this.arm = arm;
    service = ready.text("serviceId");
    gateway = ready.text("gatewayId");
    zone = ready.json().path("zoneIds").path(0).asText();
  }

  /** The gateway document. */
  public JsonNode gateway() {
    return arm.get(gateway, ArmClient.NETWORK);
  }

  /** Whether the gateway's last change has ended well. */
  public boolean gatewayIsSettled() {
    return gateway().at("/properties/provisioningState").asText().equals("Succeeded");
  }

  /** The listener that answers for a host name. */
  public Optional<JsonNode> listenerFor(String host) {
    for (JsonNode listener : gateway().at("/properties/httpListeners")) {
      if (listener.at("/properties/hostName").asText().equalsIgnoreCase(host)) {
        return Optional.of(listener);
      }
    }
    return Optional.empty();
  }

  /** The probe that asks for a host name. */
  public Optional<JsonNode> probeFor(String host) {
    for (JsonNode probe : gateway().at("/properties/probes")) {
      if (probe.at("/properties/host").asText().equalsIgnoreCase(host)) {
        return Optional.of(probe);
      }
    }
    return Optional.empty();
  }

  /** The path of the probe that asks for a host name; empty text when there is none. */
  public String probePathOf(String host) {
    return probeFor(host).map(probe -> probe.at("/properties/path").asText()).orElse("");
  }

  /** The addresses of the A record set of a host name; empty when there is none. */
  public List<String> addressesOf(String host) {
    String name = host.substring(0, host.length() - DOMAIN.length() - 1);
    Reply reply = arm.tryGet(zone + "/A/" + name, ArmClient.PRIVATE_DNS);
    List<String> addresses = new ArrayList<>();
    reply
        .json()
        .at("/properties/aRecords")
        .forEach(record -> addresses.add(record.path("ipv4Address").asText()));
    return addresses;
  }

  /** Every record set that the app has not made, by id, without its entity tag. */
  public Map<String, JsonNode> foreignRecords() {
    TreeMap<String, JsonNode> foreign = new TreeMap<>();
    for (JsonNode set : arm.get(zone + "/ALL", ArmClient.PRIVATE_DNS).path("value")) {
      if (!set.at("/properties/metadata").has("lockstep-instance")) {
        foreign.put(set.path("id").asText(), ((ObjectNode) set.deepCopy()).without("etag"));
      }
    }
    return foreign;
  }

  /** Adds a gateway host name to the service, as a person does in the portal. */
  public void addDomain(String host, String secretId) {
    ObjectNode body = arm.get(service, ArmClient.APIM).deepCopy();
    ObjectNode entry = ((ArrayNode) body.at("/properties/hostnameConfigurations")).addObject();
    entry.put("type", "Proxy").put("hostName", host).put("keyVaultId", secretId);
    entry.put("negotiateClientCertificate", false).put("defaultSslBinding", false);
    arm.put(service, ArmClient.APIM, body);
  }

  /** Removes a host name from the service. */
  public void removeDomain(String host) {
    ObjectNode body = arm.get(service, ArmClient.APIM).deepCopy();
    ArrayNode all = (ArrayNode) body.at("/properties/hostnameConfigurations");
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).path("hostName").asText().equalsIgnoreCase(host)) {
        all.remove(i);
      }
    }
    arm.put(service, ArmClient.APIM, body);
  }

  /** Asks for backend health; the answer comes later, at the URL that is returned. */
  public String askForHealth() {
    return arm.post(gateway + "/backendhealth", ArmClient.NETWORK)
        .location()
        .orElseThrow(() -> new Broken("backendhealth gave no Location"));
  }

  /** The health report at that URL; empty while the gateway is still asking its backends. */
  public Optional<JsonNode> healthAt(String url) {
    Reply reply = arm.follow(url);
    return reply.status() == 202 ? Optional.empty() : Optional.of(reply.orThrow("health").json());
  }

  /** What a health report says of the server that is called by a host name. */
  public static Optional<String> healthOf(String host, JsonNode report) {
    for (JsonNode pool : report.path("backendAddressPools")) {
      for (JsonNode setting : pool.path("backendHttpSettingsCollection")) {
        for (JsonNode server : setting.path("servers")) {
          if (server.path("address").asText().equalsIgnoreCase(host)) {
            return Optional.of(server.path("health").asText());
          }
        }
      }
    }
    return Optional.empty();
  }
}
