package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;

/** Documents of a small estate, as little as the types take. */
final class EstateDocuments {
  static final String FRONTEND = "public";
  private static final String LOCATION = "westeurope";

  private EstateDocuments() {}

  static ObjectNode plain() {
    return Json.object().put("location", LOCATION);
  }

  static ObjectNode network() {
    ObjectNode network = plain();
    ObjectNode properties = network.putObject("properties");
    properties.putObject("addressSpace").putArray("addressPrefixes").add("10.0.0.0/16");
    ArrayNode subnets = properties.putArray("subnets");
    for (int i = 0; i < 2; i++) {
      ObjectNode subnet = subnets.addObject().put("name", i == 0 ? "snet-agw" : "snet-apim");
      subnet.putObject("properties").put("addressPrefix", "10.0." + i + ".0/24");
    }
    return network;
  }

  static ObjectNode publicAddress(String address) {
    ObjectNode ip = plain();
    ip.putObject("sku").put("name", "Standard").put("tier", "Regional");
    ip.putObject("properties")
        .put("ipAddress", address)
        .put("publicIPAddressVersion", "IPv4")
        .put("publicIPAllocationMethod", "Static");
    return ip;
  }

  static ObjectNode link(ResourceId network) {
    ObjectNode link = Json.object().put("location", "global");
    ObjectNode properties = link.putObject("properties");
    properties.putObject("virtualNetwork").put("id", network.toString());
    properties.put("registrationEnabled", false);
    return link;
  }

  static ObjectNode addresses(int ttl, String... addresses) {
    ObjectNode record = Json.object();
    ArrayNode list = record.putObject("properties").put("ttl", ttl).putArray("aRecords");
    for (String address : addresses) {
      list.addObject().put("ipv4Address", address);
    }
    return record;
  }

  static ObjectNode service(ResourceId subnet, String address) {
    ObjectNode service = plain();
    service.putObject("sku").put("name", "Premium").put("capacity", 1);
    ObjectNode properties = service.putObject("properties");
    properties.put("publisherEmail", "api@contoso.com").put("publisherName", "Contoso");
    properties.putArray("hostnameConfigurations");
    properties.putArray("privateIPAddresses").add(address);
    properties.put("virtualNetworkType", "Internal");
    properties.putObject("virtualNetworkConfiguration").put("subnetResourceId", subnet.toString());
    properties.put("platformVersion", "stv2");
    return service;
  }

  static ObjectNode hostName(String host) {
    return Json.object()
        .put("type", "Proxy")
        .put("hostName", host)
        .put("keyVaultId", secret(host))
        .put("negotiateClientCertificate", false)
        .put("defaultSslBinding", false);
  }

  static String secret(String host) {
    return "https://kv-edge.vault.azure.net/secrets/cert-" + host.replace('.', '-');
  }
}
