package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;

/**
 * The elements that an element refers to. Azure also writes the way back into its answers, from a
 * pool to its rules for example; those are read-only and no references (azure-rest-api-specs,
 * applicationGateway.json, and recorded answers).
 */
public final class References {
  // Lists of users, written by the service. A probe's list of settings has the name of a rule's
  // reference to its settings (recorded answers); the one is an array, the other an object. A path
  // map's own pathRules carry properties and are
  // looked into; a pool's pathRules are bare ids and are not.
  private static final Set<String> WAYS_BACK =
      Set.of(
          "requestRoutingRules",
          "routingRules",
          "urlPathMaps",
          "pathRules",
          "httpListeners",
          "listeners",
          "backendHttpSettings",
          "backendHttpSettingsCollection",
          "backendSettingsCollection",
          "sslProfiles",
          "loadDistributionPolicies",
          "redirectConfiguration",
          "redirectConfigurations");

  private final GatewayDocument document;
  private final String prefix;
  private final String marker;
  private final Set<ElementKey> found = new HashSet<>();

  private References(GatewayDocument document) {
    this.document = document;
    this.prefix = document.id().value() + "/";
    this.marker = ("/applicationGateways/" + document.id().name() + "/").toLowerCase(Locale.ROOT);
  }

  /** What the element refers to, whether it is there or not. */
  public static Set<ElementKey> of(GatewayDocument document, Element element) {
    References references = new References(document);
    references.look(element.properties());
    return references.found;
  }

  private void look(JsonNode node) {
    for (Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        reference(value);
        look(value);
      } else if (value.isArray()) {
        boolean wayBack = WAYS_BACK.contains(entry.getKey());
        for (JsonNode item : value) {
          if (item.has("properties")) {
            look(item.path("properties"));
          } else if (!wayBack) {
            reference(item);
            look(item);
          }
        }
      }
    }
  }

  private void reference(JsonNode node) {
    String id = node.path("id").asText("");
    int start = afterGateway(id);
    int slash = start < 0 ? -1 : id.indexOf('/', start);
    if (slash > 0 && slash < id.length() - 1 && id.indexOf('/', slash + 1) < 0) {
      String collection = id.substring(start, slash);
      found.add(new ElementKey(collection(collection), id.substring(slash + 1)));
    }
  }

  /** Where collection and name begin; -1 when the id is not of this gateway. */
  private int afterGateway(String id) {
    if (id.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return prefix.length();
    }
    // By the gateway's name: answers write what stands before it in many ways.
    int at = id.toLowerCase(Locale.ROOT).indexOf(marker);
    return at < 0 ? -1 : at + marker.length();
  }

  private String collection(String written) {
    if (document.properties().has(written)) {
      return written;
    }
    for (Entry<String, JsonNode> entry : document.properties().properties()) {
      if (entry.getKey().equalsIgnoreCase(written)) {
        return entry.getKey();
      }
    }
    return written;
  }
}
