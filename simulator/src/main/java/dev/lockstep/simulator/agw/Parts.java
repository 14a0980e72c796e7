package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The collections of sub-resources in a gateway document. */
public final class Parts {
  /**
   * Collections that an answer shows even when they are empty (recording agw-v2-waf.put-create).
   */
  static final List<String> ALWAYS_SHOWN =
      List.of(
          "gatewayIPConfigurations",
          "sslCertificates",
          "trustedRootCertificates",
          "trustedClientCertificates",
          "sslProfiles",
          "frontendIPConfigurations",
          "frontendPorts",
          "backendAddressPools",
          "loadDistributionPolicies",
          "backendHttpSettingsCollection",
          "httpListeners",
          "urlPathMaps",
          "requestRoutingRules",
          "probes",
          "rewriteRuleSets",
          "redirectConfigurations",
          "privateLinkConfigurations",
          "privateEndpointConnections");

  /** Fields of sub-resources that only the service writes: who refers to this one. */
  private static final Map<String, Set<String>> BACK_REFERENCES =
      Map.ofEntries(
          Map.entry(
              "backendAddressPools",
              Set.of(
                  "requestRoutingRules",
                  "urlPathMaps",
                  "pathRules",
                  "loadDistributionPolicies",
                  "routingRules",
                  "backendIPConfigurations")),
          Map.entry(
              "backendHttpSettingsCollection",
              Set.of("requestRoutingRules", "urlPathMaps", "pathRules")),
          Map.entry("backendSettingsCollection", Set.of("routingRules")),
          Map.entry("httpListeners", Set.of("requestRoutingRules", "redirectConfiguration")),
          Map.entry("listeners", Set.of("routingRules")),
          Map.entry("frontendIPConfigurations", Set.of("httpListeners", "listeners")),
          Map.entry("frontendPorts", Set.of("httpListeners", "listeners")),
          Map.entry(
              "probes",
              Set.of("backendHttpSettings", "backendHttpSettingsCollection", "backendSettings")),
          Map.entry("sslCertificates", Set.of("httpListeners", "listeners")),
          Map.entry(
              "trustedRootCertificates",
              Set.of("backendHttpSettings", "backendHttpSettingsCollection", "backendSettings")),
          Map.entry("authenticationCertificates", Set.of("backendHttpSettings")),
          Map.entry("trustedClientCertificates", Set.of("sslProfiles")),
          Map.entry("sslProfiles", Set.of("httpListeners", "listeners")),
          Map.entry(
              "redirectConfigurations", Set.of("requestRoutingRules", "urlPathMaps", "pathRules")),
          Map.entry("rewriteRuleSets", Set.of("requestRoutingRules", "urlPathMaps", "pathRules")),
          Map.entry("urlPathMaps", Set.of("requestRoutingRules")),
          Map.entry(
              "loadDistributionPolicies",
              Set.of("requestRoutingRules", "urlPathMaps", "pathRules")));

  private Parts() {}

  /** Names of the collections that a document has: arrays of named objects, known or not. */
  static List<String> in(ObjectNode document) {
    List<String> found = new ArrayList<>();
    document
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              boolean known = BACK_REFERENCES.containsKey(field.getKey());
              if (value.isArray() && !value.isEmpty() && (known || value.get(0).has("name"))) {
                found.add(field.getKey());
              }
            });
    return found;
  }

  /** The elements of a collection; empty when the collection is missing. */
  public static List<ObjectNode> of(ObjectNode document, String collection) {
    return Json.objects(document, "properties", collection);
  }

  /** The element with a name, without case. */
  public static Optional<ObjectNode> named(ObjectNode document, String collection, String name) {
    return of(document, collection).stream()
        .filter(element -> name(element).equalsIgnoreCase(name))
        .findFirst();
  }

  /** Name of an element; empty text when it has none. */
  public static String name(ObjectNode element) {
    return element.path("name").asText("");
  }

  /** The fields of a collection's elements that tell who refers to them. */
  static Set<String> backReferences(String collection) {
    return BACK_REFERENCES.getOrDefault(collection, Set.of());
  }

  /** Elements that live inside an element, such as the path rules of a map: field and objects. */
  static Map<String, List<ObjectNode>> inner(String collection, ObjectNode element) {
    String field =
        switch (collection) {
          case "urlPathMaps" -> "pathRules";
          case "privateLinkConfigurations" -> "ipConfigurations";
          case "loadDistributionPolicies" -> "loadDistributionTargets";
          default -> "";
        };
    List<ObjectNode> objects = Json.objects(element, "properties", field);
    return objects.isEmpty() ? Map.of() : Map.of(field, objects);
  }
}
