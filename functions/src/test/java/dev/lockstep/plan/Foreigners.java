package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What colleagues put on a gateway by hand, for tests of one behaviour each. */
public final class Foreigners {
  private Foreigners() {}

  /** A listener for HTTPS on the public frontend with its rule; without hosts it is a basic one. */
  public static void site(ObjectNode gateway, String name, int priority, String... hosts) {
    String id = gateway.path("id").asText();
    ObjectNode listener = add(gateway, "httpListeners", name).put("protocol", "Https");
    listener
        .putObject("frontendIPConfiguration")
        .put("id", id + "/frontendIPConfigurations/" + Estates.PUBLIC);
    listener.putObject("frontendPort").put("id", id + "/frontendPorts/port_443");
    listener.putObject("sslCertificate").put("id", id + "/sslCertificates/cert-" + name);
    ArrayNode names = listener.putArray("hostNames");
    List.of(hosts).forEach(names::add);
    add(gateway, "sslCertificates", "cert-" + name)
        .put("keyVaultSecretId", "https://kv-other.vault.azure.net/secrets/" + name);
    add(gateway, "requestRoutingRules", name)
        .put("ruleType", "Basic")
        .put("priority", priority)
        .putObject("httpListener")
        .put("id", id + "/httpListeners/" + name);
  }

  /** Only what a gateway needs at least, so that every priority is the test's own. */
  public static Estates alone() {
    Estates estates = Estates.contoso();
    ObjectNode properties = estates.gateway.withObjectProperty("properties");
    properties.putArray("httpListeners");
    properties.putArray("requestRoutingRules");
    properties.putArray("urlPathMaps");
    properties.putArray("redirectConfigurations");
    return estates;
  }

  /** Gives a rule another priority. */
  public static void move(ObjectNode gateway, String rule, int priority) {
    properties(gateway, "requestRoutingRules", rule).put("priority", priority);
  }

  /** The priority of a rule in a document. */
  public static int priority(ObjectNode gateway, String rule) {
    return properties(gateway, "requestRoutingRules", rule).path("priority").asInt();
  }

  /** Fills a collection up to a count with elements that nothing refers to. */
  public static void fill(ObjectNode gateway, String collection, int count) {
    ArrayNode array = gateway.withObjectProperty("properties").withArrayProperty(collection);
    for (int i = array.size(); i < count; i++) {
      add(gateway, collection, "filler-" + i);
    }
  }

  /** The {@code properties} of an element. */
  public static ObjectNode properties(ObjectNode gateway, String collection, String name) {
    for (JsonNode element : gateway.path("properties").path(collection)) {
      if (element.path("name").asText().equals(name)) {
        return (ObjectNode) element.path("properties");
      }
    }
    throw new IllegalArgumentException("no " + collection + "/" + name);
  }

  private static ObjectNode add(ObjectNode gateway, String collection, String name) {
    return gateway
        .withObjectProperty("properties")
        .withArrayProperty(collection)
        .addObject()
        .put("name", name)
        .put("id", gateway.path("id").asText() + "/" + collection + "/" + name)
        .putObject("properties");
  }
}
