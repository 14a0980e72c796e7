package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TrustedRoot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A random world: a recorded or crowded gateway, two services with host names, foreign sites and
 * records in the way of some of them.
 *
 * @param document which gateway
 * @param first host names of the first service, by label
 * @param second host names of the second service
 * @param sites labels for which somebody else has a listener
 * @param records labels for which somebody else has a record set
 * @param rooted whether the first service needs a private root
 */
record Scenario(
    String document,
    Set<String> first,
    Set<String> second,
    Set<String> sites,
    Set<String> records,
    boolean rooted) {
  static final List<String> LABELS =
      List.of(
          "a", "b", "api", "portal", "x-1", "shop", "deep.er", "very-long-label-" + "z".repeat(44));
  static final ResourceId OTHER = service("apim-other");

  static Arbitrary<Scenario> any() {
    return Combinators.combine(
            Arbitraries.of(
                "",
                "recorded/agw-v2-waf.get.200.json",
                "recorded/agw-v2-keyvault-secret.get.200.json",
                "recorded/agw-v2-trustedroot.get.200.json"),
            labels(4),
            labels(3),
            labels(2),
            labels(2),
            Arbitraries.of(true, false))
        .as(Scenario::new);
  }

  static Arbitrary<Set<String>> labels(int max) {
    return Arbitraries.of(LABELS).set().ofMaxSize(max);
  }

  Estates estates() {
    Estates estates = new Estates();
    estates.gateway = document.isEmpty() ? Estates.crowded() : Json.azure(document);
    prioritise(estates.gateway);
    String frontend =
        estates
            .gateway
            .path("properties")
            .path("frontendIPConfigurations")
            .get(0)
            .path("name")
            .asText();
    Map<EndpointType, EndpointPolicy> endpoints = new EnumMap<>(EndpointType.class);
    endpoints.put(
        EndpointType.PROXY, Estates.policy(frontend, "/status-0123456789abcdef", 30, 120));
    endpoints.put(EndpointType.DEVELOPER_PORTAL, Estates.policy(frontend, "/signin", 60, 300));
    estates.bind(Estates.binding("contoso", SERVICE));
    estates.with(b -> b.endpoints(endpoints).policy(DeletePolicy.SYNC, new DeleteCap(100, 100)));
    if (rooted) {
      estates.with(b -> b.roots(new TrustedRoot.Uploaded(TestCertificates.DER)));
    }
    estates.bind(
        new Estates.BindingEdit(Estates.binding("other", OTHER))
            .endpoints(endpoints)
            .policy(DeletePolicy.SYNC, new DeleteCap(100, 100))
            .binding());
    sites.forEach(label -> site(estates.gateway, label, frontend));
    estates.records(records.stream().map(Scenario::foreignRecord).toArray(RecordSet[]::new));
    list(estates, first, second);
    return estates;
  }

  /** Recordings made with old api-versions have no priorities. */
  private static void prioritise(ObjectNode gateway) {
    int priority = 10;
    for (JsonNode rule : gateway.path("properties").path("requestRoutingRules")) {
      ObjectNode properties = (ObjectNode) rule.path("properties");
      if (!properties.has("priority")) {
        properties.put("priority", priority);
      }
      priority += 10;
    }
  }

  /** Both services list these host names. */
  static Estates list(Estates estates, Set<String> first, Set<String> second) {
    estates.lists(SERVICE, endpoints(first, ".contoso.com"));
    return estates.lists(OTHER, endpoints(second, ".second.contoso.com"));
  }

  private static Endpoint[] endpoints(Set<String> labels, String domain) {
    return labels.stream()
        .sorted()
        .map(
            label ->
                Estates.endpoint(
                    label.equals("portal") ? EndpointType.DEVELOPER_PORTAL : EndpointType.PROXY,
                    label + domain,
                    Optional.of(
                        "https://kv-edge.vault.azure.net/secrets/shared-" + label.length())))
        .toArray(Endpoint[]::new);
  }

  private static RecordSet foreignRecord(String label) {
    return new RecordSet(
        label,
        label.length() % 2 == 0 ? "CNAME" : "A",
        60,
        List.of("10.9.9.9"),
        Optional.of("elsewhere.example"),
        Map.of("owner", "somebody"),
        label.equals("shop"),
        Optional.of("e-" + label));
  }

  private static void site(ObjectNode gateway, String label, String frontend) {
    String id = gateway.path("id").asText();
    ObjectNode properties = gateway.withObjectProperty("properties");
    String port = port443(properties, id);
    ObjectNode listener = add(properties, id, "httpListeners", "site-" + label);
    listener
        .putObject("frontendIPConfiguration")
        .put("id", id + "/frontendIPConfigurations/" + frontend);
    listener.putObject("frontendPort").put("id", port);
    listener.put("protocol", "Https").put("hostName", label + ".Contoso.com");
    ObjectNode rule = add(properties, id, "requestRoutingRules", "site-" + label);
    rule.put("ruleType", "Basic").put("priority", 500 + label.hashCode() % 100);
    rule.putObject("httpListener").put("id", id + "/httpListeners/site-" + label);
  }

  private static ObjectNode add(
      ObjectNode properties, String gatewayId, String collection, String name) {
    return properties
        .withArrayProperty(collection)
        .addObject()
        .put("name", name)
        .put("id", gatewayId + "/" + collection + "/" + name)
        .put("futureProperty", "kept")
        .putObject("properties");
  }

  private static String port443(ObjectNode properties, String id) {
    for (JsonNode port : properties.path("frontendPorts")) {
      if (port.path("properties").path("port").asInt() == 443) {
        return id + "/frontendPorts/" + port.path("name").asText();
      }
    }
    add(properties, id, "frontendPorts", "https").put("port", 443);
    return id + "/frontendPorts/https";
  }

  /** All array elements of the document. */
  static List<ArrayNode> collections(ObjectNode gateway) {
    return gateway.path("properties").properties().stream()
        .map(Map.Entry::getValue)
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast)
        .toList();
  }
}
