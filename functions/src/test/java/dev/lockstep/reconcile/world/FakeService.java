package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An API Management service in internal mode with gateway host names. */
public final class FakeService {
  private final Map<String, String> secrets = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final ResourceId id;
  private final Set<String> hosts = new TreeSet<>();
  private String state = "Succeeded";
  private String address = "10.0.1.5";

  FakeService(ResourceId id) {
    this.id = id;
  }

  /** The service lists one more host name. */
  public void add(String host) {
    hosts.add(host);
  }

  /** The same with a certificate that Azure looks after. */
  public void addManaged(String host) {
    add(host);
    sources.put(host, "Managed");
  }

  /** The same with a certificate that somebody uploaded. */
  public void addUpload(String host) {
    add(host);
    sources.put(host, "Custom");
  }

  /** The service no longer lists the host name. */
  public void remove(String host) {
    hosts.remove(host);
  }

  /** The host name's certificate is in another secret. */
  public void secret(String host, String name) {
    secrets.put(host, name);
  }

  /** Sets the provisioning state. */
  public void is(String provisioningState) {
    state = provisioningState;
  }

  /** The service moves to another private address. */
  public void moveTo(String newAddress) {
    address = newAddress;
  }

  /** The service has no private address, as while its network is being made. */
  public void hasNoAddress() {
    address = "";
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", id.value()).put("name", id.name());
    ObjectNode properties = body.putObject("properties");
    properties.put("provisioningState", state).put("virtualNetworkType", "Internal");
    if (address.isEmpty()) {
      properties.putNull("privateIPAddresses");
    } else {
      properties.putArray("privateIPAddresses").add(address);
    }
    ArrayNode entries = properties.putArray("hostnameConfigurations");
    entries
        .addObject()
        .put("type", "Proxy")
        .put("hostName", id.name() + ".azure-api.net")
        .put("certificateSource", "BuiltIn");
    hosts.forEach(host -> entry(entries.addObject(), host));
    return body;
  }

  private void entry(ObjectNode entry, String host) {
    String source = sources.getOrDefault(host, "KeyVault");
    entry.put("type", "Proxy").put("hostName", host).put("certificateSource", source);
    if (source.equals("KeyVault")) {
      entry.put(
          "keyVaultId",
          "https://kv-edge.vault.azure.net/secrets/"
              + secrets.getOrDefault(host, host.replace('.', '-')));
    }
  }
}
