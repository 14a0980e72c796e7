package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import java.util.List;

/** Writes the document of a shape. Every reference resolves. */
final class GatewayWriter {
  static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge";
  static final String GATEWAY =
      GROUP + "/providers/Microsoft.Network/applicationGateways/agw-crowded";

  /** Every collection of a gateway, in the order of a GET. */
  static final List<String> COLLECTIONS =
      List.of(
          "gatewayIPConfigurations",
          "sslCertificates",
          "authenticationCertificates",
          "trustedRootCertificates",
          "trustedClientCertificates",
          "sslProfiles",
          "frontendIPConfigurations",
          "frontendPorts",
          "backendAddressPools",
          "loadDistributionPolicies",
          "backendHttpSettingsCollection",
          "backendSettingsCollection",
          "httpListeners",
          "listeners",
          "urlPathMaps",
          "requestRoutingRules",
          "routingRules",
          "probes",
          "rewriteRuleSets",
          "redirectConfigurations",
          "privateLinkConfigurations");

  final GatewayShape shape;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ObjectNode properties = root.putObject("properties");

  private GatewayWriter(GatewayShape shape) {
    this.shape = shape;
  }

  static GatewayDocument write(GatewayShape shape) {
    GatewayWriter writer = new GatewayWriter(shape);
    writer.head();
    FrontWriter.write(writer);
    BackWriter.write(writer);
    SiteWriter.write(writer);
    SideWriter.write(writer);
    writer.dropEmpty();
    Oddities.apply(writer.root, shape);
    return GatewayDocument.of(writer.root);
  }

  /** A new element; the caller fills the returned {@code properties}. */
  ObjectNode add(String collection, String name) {
    ObjectNode element = ((ArrayNode) properties.get(collection)).addObject();
    element.put("name", name).put("id", id(collection, name));
    return element.putObject("properties");
  }

  /** Sets a reference to an element of the gateway. */
  static void refer(ObjectNode owner, String property, String collection, String name) {
    owner.putObject(property).put("id", id(collection, name));
  }

  static String id(String collection, String name) {
    return GATEWAY + "/" + collection + "/" + name;
  }

  boolean has(Feature feature) {
    return shape.has(feature);
  }

  ObjectNode properties() {
    return properties;
  }

  private void head() {
    root.put("name", "agw-crowded").put("id", GATEWAY).put("location", "westeurope");
    root.put("type", "Microsoft.Network/applicationGateways").put("etag", "W/\"0f1e2d3c\"");
    root.putObject("tags").put("team", "edge");
    root.putArray("zones").add("1").add("2");
    root.putObject("identity")
        .put("type", "userAssigned")
        .putObject("userAssignedIdentities")
        .putObject(
            GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agw-edge");
    properties.put("provisioningState", "Succeeded").put("operationalState", "Running");
    boolean firewall = has(Feature.WAF_POLICY) || has(Feature.WAF_INLINE);
    String sku = firewall ? "WAF_v2" : "Standard_v2";
    properties.putObject("sku").put("name", sku).put("tier", sku);
    properties.putObject("autoscaleConfiguration").put("minCapacity", 1).put("maxCapacity", 4);
    properties.put("enableHttp2", true);
    COLLECTIONS.forEach(properties::putArray);
  }

  private void dropEmpty() {
    if (!has(Feature.EMPTY_LISTED)) {
      COLLECTIONS.stream()
          .filter(name -> properties.get(name).isEmpty())
          .forEach(properties::remove);
    }
  }
}
