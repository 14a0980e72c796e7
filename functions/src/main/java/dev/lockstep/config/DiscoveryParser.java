package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code discovery}. */
final class DiscoveryParser {
  private static final String SERVICE = "Microsoft.ApiManagement/service";

  private final Fields fields;

  private DiscoveryParser(Fields fields) {
    this.fields = fields;
  }

  /** The discovery that the root asks for; empty when it asks for none. */
  static Optional<Discovery> parse(Fields root) {
    return root.object(Schema.DISCOVERY)
        .map(
            node ->
                new DiscoveryParser(
                        new Fields(node, root.at("discovery"), Schema.discovery(), root.problems()))
                    .parse());
  }

  private Discovery parse() {
    fields.required(DiscoverySchema.SCOPES, Optional.empty());
    fields.required(DiscoverySchema.SERVICES, Optional.empty());
    return new Discovery(
        scopes(),
        services(),
        fields.text(DiscoverySchema.TAG).orElse("lockstep-gateway"),
        fields.text(DiscoverySchema.ZONES_TAG).orElse("lockstep-zones"),
        fields.text(DiscoverySchema.FRONTEND));
  }

  private List<ResourceId> scopes() {
    List<ResourceId> scopes = new ArrayList<>();
    List<JsonNode> items = fields.list(DiscoverySchema.SCOPES);
    for (int i = 0; i < items.size(); i++) {
      String text = items.get(i).asText();
      Optional<ResourceId> scope = ResourceId.tryParse(text).filter(DiscoveryParser::isScope);
      if (scope.isEmpty()) {
        problem(
            "scopes[" + i + "]",
            Quoted.of(text) + " is neither a subscription nor a resource group",
            "use /subscriptions/<id> or /subscriptions/<id>/resourceGroups/<group>");
      } else if (scopes.contains(scope.get())) {
        problem("scopes[" + i + "]", "is listed twice", "list each scope once");
      } else {
        scopes.add(scope.get());
      }
    }
    return scopes;
  }

  private List<String> services() {
    List<String> services = new ArrayList<>();
    List<JsonNode> items = fields.list(DiscoverySchema.SERVICES);
    for (int i = 0; i < items.size(); i++) {
      String text = items.get(i).isTextual() ? items.get(i).asText() : "";
      boolean isId = ResourceId.tryParse(text).filter(id -> id.isOfType(SERVICE)).isPresent();
      // Microsoft Learn, resource-name-rules: letters, digits and hyphens.
      if (!isId && !text.matches("[A-Za-z0-9-]{1,50}")) {
        problem(
            "services[" + i + "]",
            Quoted.of(text) + " is neither the name nor the id of a service",
            "use a name such as apim-contoso; there is no wildcard");
      } else if (services.stream().anyMatch(text::equalsIgnoreCase)) {
        problem("services[" + i + "]", "is listed twice", "list each service once");
      } else {
        services.add(text);
      }
    }
    return services;
  }

  private static boolean isScope(ResourceId id) {
    String[] parts = id.value().split("/");
    return parts.length == 3 || (parts.length == 5 && id.resourceGroup().isPresent());
  }

  private void problem(String at, String message, String remedy) {
    fields.problems().add(fields.at(at), message, remedy);
  }
}
