package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import java.util.List;

/**
 * A small gateway written down by hand, for tests of one behaviour each. A site named {@code shop}
 * is the listener {@code shop}, the rule {@code shop}, the certificate {@code cert-shop}, and the
 * pool and settings {@code shop}.
 */
public final class GatewaySketch {
  /** The frontend that sites stand on unless they say otherwise. */
  public static final String PUBLIC = "public";

  /** The other frontend. */
  public static final String PRIVATE = "private";

  private static final String ID =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg"
          + "/providers/Microsoft.Network/applicationGateways/agw";

  private final ObjectNode root = JsonNodeFactory.instance.objectNode().put("id", ID);
  private final ObjectNode properties = root.putObject("properties");

  /** A gateway with two frontends and the ports 80, 443 and 8443. */
  public GatewaySketch() {
    properties.putObject("sku").put("name", "Standard_v2").put("tier", "Standard_v2");
    add("frontendIPConfigurations", PUBLIC);
    add("frontendIPConfigurations", PRIVATE);
    for (int port : List.of(80, 443, 8443)) {
      add("frontendPorts", "port" + port).put("port", port);
    }
  }

  /** A listener for HTTPS on the public frontend and port 443, with its rule. */
  public GatewaySketch https(String name, int priority, String... hosts) {
    return listener(name, "Https", PUBLIC, 443, hosts).rule(name, name, priority);
  }

  /** A listener for HTTP on the public frontend and port 80, with its rule. */
  public GatewaySketch http(String name, int priority, String... hosts) {
    return listener(name, "Http", PUBLIC, 80, hosts).rule(name, name, priority);
  }

  /** A listener alone. */
  public GatewaySketch listener(
      String name, String protocol, String frontend, int port, String... hosts) {
    ObjectNode listener = add("httpListeners", name).put("protocol", protocol);
    refer(listener, "frontendIPConfiguration", "frontendIPConfigurations", frontend);
    refer(listener, "frontendPort", "frontendPorts", "port" + port);
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    if (hosts.length == 1) {
      listener.put("hostName", hosts[0]);
    } else {
      List.of(hosts).forEach(names::add);
    }
    listener.set("hostNames", names);
    if (protocol.equals("Https")) {
      add("sslCertificates", "cert-" + name);
      refer(listener, "sslCertificate", "sslCertificates", "cert-" + name);
    }
    return this;
  }

  /** A rule from a listener to the pool and settings of its name; priority 0 stands for none. */
  public GatewaySketch rule(String name, String listener, int priority) {
    ObjectNode rule = bareRule(name, listener, priority);
    add("backendAddressPools", name);
    add("backendHttpSettingsCollection", name);
    refer(rule, "backendAddressPool", "backendAddressPools", name);
    refer(rule, "backendHttpSettings", "backendHttpSettingsCollection", name);
    return this;
  }

  /** A rule that refers to one thing only, such as a redirect or path map. */
  public GatewaySketch rule(
      String name, String listener, int priority, String property, String collection) {
    ObjectNode rule = bareRule(name, listener, priority);
    add(collection, name);
    refer(rule, property, collection, name);
    return this;
  }

  /** The {@code properties} of an element, to be changed before the document is taken. */
  public ObjectNode element(String collection, String name) {
    for (var element : properties.path(collection)) {
      if (element.path("name").asText().equals(name)) {
        return (ObjectNode) element.path("properties");
      }
    }
    throw new IllegalArgumentException("no " + collection + "/" + name);
  }

  /** The document as it stands. */
  public GatewayDocument document() {
    return GatewayDocument.of(root);
  }

  private ObjectNode bareRule(String name, String listener, int priority) {
    ObjectNode rule = add("requestRoutingRules", name);
    if (priority > 0) {
      rule.put("priority", priority);
    }
    refer(rule, "httpListener", "httpListeners", listener);
    return rule;
  }

  private ObjectNode add(String collection, String name) {
    ObjectNode element = properties.withArray(collection).addObject().put("name", name);
    element.put("id", ID + "/" + collection + "/" + name);
    return element.putObject("properties");
  }

  private static void refer(ObjectNode owner, String property, String collection, String name) {
    owner.putObject(property).put("id", ID + "/" + collection + "/" + name);
  }
}
