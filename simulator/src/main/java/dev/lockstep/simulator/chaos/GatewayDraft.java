package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;

/** A gateway that other teams use: each of their sites has a pool, settings, listener and rule. */
final class GatewayDraft {
  private final ResourceId id;
  private final ObjectNode document = EstateDocuments.plain();
  private final ObjectNode properties = document.putObject("properties");

  GatewayDraft(ResourceId id, ResourceId subnet, ResourceId publicAddress, ResourceId identity) {
    this.id = id;
    document.putObject("tags").put("team", "edge");
    document
        .putObject("identity")
        .put("type", "UserAssigned")
        .putObject("userAssignedIdentities")
        .putObject(identity.toString());
    properties.putObject("sku").put("name", "Standard_v2").put("tier", "Standard_v2");
    properties.putObject("autoscaleConfiguration").put("minCapacity", 0).put("maxCapacity", 2);
    add("gatewayIPConfigurations", "ip").set("subnet", reference(subnet.toString()));
    add("frontendIPConfigurations", EstateDocuments.FRONTEND)
        .put("privateIPAllocationMethod", "Dynamic")
        .set("publicIPAddress", reference(publicAddress.toString()));
    add("frontendPorts", "port_443").put("port", 443);
  }

  /** Adds another team's site. */
  GatewayDraft withSite(String name, String host, int priority) {
    add("sslCertificates", name)
        .put("keyVaultSecretId", "https://kv-others.vault.azure.net/secrets/" + name);
    add("backendAddressPools", name)
        .putArray("backendAddresses")
        .addObject()
        .put("ipAddress", "10.0.9." + (10 + priority % 100));
    ObjectNode settings = add("backendHttpSettingsCollection", name);
    settings.put("port", 8080).put("protocol", "Http").put("cookieBasedAffinity", "Disabled");
    settings.put("requestTimeout", 30).put("pickHostNameFromBackendAddress", false);
    ObjectNode listener = add("httpListeners", name);
    listener.set("frontendIPConfiguration", part("frontendIPConfigurations", "public"));
    listener.set("frontendPort", part("frontendPorts", "port_443"));
    listener.put("protocol", "Https").put("hostName", host);
    listener.put("requireServerNameIndication", true);
    listener.set("sslCertificate", part("sslCertificates", name));
    ObjectNode rule = add("requestRoutingRules", name);
    rule.put("ruleType", "Basic").put("priority", priority);
    rule.set("httpListener", part("httpListeners", name));
    rule.set("backendAddressPool", part("backendAddressPools", name));
    rule.set("backendHttpSettings", part("backendHttpSettingsCollection", name));
    return this;
  }

  ObjectNode document() {
    return document;
  }

  private ObjectNode add(String collection, String name) {
    return properties.withArray(collection).addObject().put("name", name).putObject("properties");
  }

  private ObjectNode part(String collection, String name) {
    return reference(id + "/" + collection + "/" + name);
  }

  private static ObjectNode reference(String id) {
    return Json.object().put("id", id);
  }
}
