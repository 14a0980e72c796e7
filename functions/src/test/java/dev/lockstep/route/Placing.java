package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;

/** Puts new rules into documents, as a planner would. */
final class Placing {
  private Placing() {}

  /** A rule named after its host, on an HTTPS or HTTP listener of the same name. */
  static NewRule rule(String host, Entrance entrance, boolean https) {
    String name = "own-" + host.replace("*", "any");
    return new NewRule(
        new ElementKey("requestRoutingRules", name),
        new ElementKey("httpListeners", name),
        entrance,
        new HostPattern(host),
        https);
  }

  /** Whether a listener is one of those made here. */
  static boolean isOwn(ElementKey listener) {
    return listener.name().startsWith("own-");
  }

  /** The document with listener, certificate and rule added at the end of their collections. */
  static GatewayDocument insert(GatewayDocument gateway, NewRule rule, int priority) {
    ObjectNode root = gateway.copy();
    ObjectNode properties = (ObjectNode) root.get("properties");
    String name = rule.rule().name();
    ObjectNode listener = add(gateway, properties, "httpListeners", name);
    listener.put("protocol", rule.https() ? "Https" : "Http");
    refer(gateway, listener, "frontendIPConfiguration", rule.entrance().frontend());
    refer(gateway, listener, "frontendPort", port(properties, rule.entrance().port()));
    if (rule.host().isWildcard()) {
      listener.putArray("hostNames").add(rule.host().text());
    } else {
      listener.put("hostName", rule.host().text());
    }
    if (rule.https()) {
      add(gateway, properties, "sslCertificates", name);
      refer(gateway, listener, "sslCertificate", new ElementKey("sslCertificates", name));
    }
    ObjectNode routing = add(gateway, properties, "requestRoutingRules", name);
    routing.put("priority", priority);
    refer(gateway, routing, "httpListener", rule.listener());
    return GatewayDocument.of(root);
  }

  private static ElementKey port(ObjectNode properties, int number) {
    for (JsonNode port : properties.path("frontendPorts")) {
      if (port.path("properties").path("port").asInt() == number) {
        return new ElementKey("frontendPorts", port.path("name").asText());
      }
    }
    throw new IllegalArgumentException("no port " + number);
  }

  private static ObjectNode add(
      GatewayDocument gateway, ObjectNode properties, String collection, String name) {
    ObjectNode element = properties.withArray(collection).addObject().put("name", name);
    element.put("id", gateway.idOf(new ElementKey(collection, name)).value());
    return element.putObject("properties");
  }

  private static void refer(
      GatewayDocument gateway, ObjectNode owner, String property, ElementKey key) {
    owner.putObject(property).put("id", gateway.idOf(key).value());
  }
}
