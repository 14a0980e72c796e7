package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/** A change of the demo's gateway, as a client of ARM makes it: GET, edit, PUT. */
final class GatewayEdit {
  private final TestAzure azure;
  private final ObjectNode document;

  GatewayEdit(TestAzure azure) {
    this.azure = azure;
    this.document = azure.read(GATEWAY);
  }

  /** Adds an element to a collection; {@code @name/element} in the text is a reference. */
  GatewayEdit add(String collection, String name, String properties) {
    ObjectNode element = Json.object().put("name", name);
    String text =
        properties.replaceAll("@([A-Za-z]+/[A-Za-z0-9_-]+)", "{'id': '" + GATEWAY + "/$1'}");
    element.set("properties", json(text));
    collection(collection).add(element);
    return this;
  }

  /** Changes the properties of an element. */
  GatewayEdit change(String collection, String name, UnaryOperator<ObjectNode> change) {
    for (ObjectNode element : Json.objects(document, "properties", collection)) {
      if (element.path("name").asText().equals(name)) {
        element.set("properties", change.apply(Json.child(element, "properties")));
        return this;
      }
    }
    throw new AssertionError("no " + name + " in " + collection);
  }

  /** Removes an element. */
  GatewayEdit remove(String collection, String name) {
    ArrayNode kept = Json.array();
    Json.objects(document, "properties", collection).stream()
        .filter(one -> !one.path("name").asText().equals(name))
        .forEach(kept::add);
    ((ObjectNode) document.path("properties")).set(collection, kept);
    return this;
  }

  /**
   * Publishes a host name over HTTPS: every element is called by the given name.
   *
   * @param server FQDN or address of the backend
   */
  GatewayEdit publish(String name, String host, String server, String path) {
    String field = server.matches("[0-9.]+") ? "ipAddress" : "fqdn";
    return add(
            "backendAddressPools",
            name,
            "{'backendAddresses': [{'%s': '%s'}]}".formatted(field, server))
        .add(
            "probes",
            name,
            "{'protocol': 'Https', 'host': '%s', 'path': '%s', 'interval': 30, 'timeout': 10, 'unhealthyThreshold': 3}"
                .formatted(host, path))
        .add(
            "backendHttpSettingsCollection",
            name,
            "{'port': 443, 'protocol': 'Https', 'hostName': '%s', 'requestTimeout': 20, 'probe': @probes/%s}"
                .formatted(host, name))
        .add(
            "sslCertificates",
            name,
            "{'keyVaultSecretId': 'https://kv-edge.vault.azure.net/secrets/cert-%s'}"
                .formatted(host.replace('.', '-')))
        .add(
            "httpListeners",
            name,
            "{'frontendIPConfiguration': @frontendIPConfigurations/appGwPublicFrontendIpIPv4, 'frontendPort': @frontendPorts/port_443, 'protocol': 'Https', 'hostName': '%s', 'requireServerNameIndication': true, 'sslCertificate': @sslCertificates/%s}"
                .formatted(host, name))
        .add(
            "requestRoutingRules",
            name,
            "{'ruleType': 'Basic', 'priority': %d, 'httpListener': @httpListeners/%s, 'backendAddressPool': @backendAddressPools/%s, 'backendHttpSettings': @backendHttpSettingsCollection/%s}"
                .formatted(100 + collection("requestRoutingRules").size(), name, name, name));
  }

  /** Removes all that routes. */
  GatewayEdit clear() {
    for (String collection :
        List.of(
            "requestRoutingRules",
            "urlPathMaps",
            "redirectConfigurations",
            "rewriteRuleSets",
            "httpListeners",
            "sslCertificates",
            "trustedRootCertificates",
            "backendHttpSettingsCollection",
            "probes",
            "backendAddressPools")) {
      collection(collection).removeAll();
    }
    return this;
  }

  /** The document for another gateway, with addresses of its own. */
  ObjectNode documentFor(String id, int number) {
    ObjectNode other =
        json(document.toString().replace(GATEWAY, id).replace("pip-agw", "pip-agw-" + number));
    Json.objects(other, "properties", "frontendIPConfigurations").stream()
        .map(frontend -> Json.child(frontend, "properties"))
        .filter(properties -> properties.has("privateIPAddress"))
        .forEach(properties -> properties.put("privateIPAddress", "10.0.0." + (210 + number)));
    azure.put(
        TestAzure.GROUP + "/providers/Microsoft.Network/publicIPAddresses/pip-agw-" + number,
        json("{'location': 'westeurope', 'properties': {'publicIPAllocationMethod': 'Static'}}"));
    return other;
  }

  /** Puts the document; the update has ended when this returns. */
  void put() {
    begin();
    azure.finish();
  }

  /** Puts the document; the update goes on when this returns. */
  void begin() {
    ArmResponse response = azure.put(GATEWAY, document);
    if (response.status() >= 300) {
      throw new AssertionError("the PUT was refused: " + response);
    }
  }

  private ArrayNode collection(String name) {
    ObjectNode properties = Json.child(document, "properties");
    return properties.get(name) instanceof ArrayNode there ? there : properties.putArray(name);
  }
}
