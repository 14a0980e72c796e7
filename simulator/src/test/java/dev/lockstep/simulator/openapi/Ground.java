package dev.lockstep.simulator.openapi;

import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Locale;
import java.util.Map;

/** What must be there before a document that was written elsewhere can be PUT. */
final class Ground {
  private static final String NETWORK = "microsoft.network/";

  /** The least that makes a resource of a type. */
  private static final Map<String, String> LEAST =
      Map.of(
          NETWORK + "virtualnetworks",
          "{'location':'westus','properties':{'addressSpace':{'addressPrefixes':['10.0.0.0/8']}}}",
          NETWORK + "virtualnetworks/subnets",
          "{'properties':{'addressPrefix':'10.9.9.0/24'}}",
          NETWORK + "networksecuritygroups",
          "{'location':'westus'}",
          "microsoft.managedidentity/userassignedidentities",
          "{'location':'westus'}",
          NETWORK + "publicipaddresses",
          "{'location':'westus'}",
          NETWORK + "privatednszones",
          "{'location':'global'}",
          NETWORK + "dnszones",
          "{'location':'global'}",
          NETWORK + "applicationgatewaywebapplicationfirewallpolicies",
          "{'location':'westus','properties':{'managedRules':{'managedRuleSets':[{'ruleSetType':'OWASP','ruleSetVersion':'3.2'}]}}}");

  private final TestAzure azure;

  private String region = "westus";

  Ground(TestAzure azure) {
    this.azure = azure;
  }

  /** Lays groups, parents and everything that the document names outside of itself. */
  void lay(String path, JsonNode document) {
    ResourceId id = ResourceId.of(path);
    // What a gateway names is where the gateway is.
    region = document.path("location").asText(region);
    group(id);
    if (!id.root().sameAs(id)) {
      ensure(id.parent());
    }
    names(document, id);
  }

  private void names(JsonNode node, ResourceId own) {
    String text = node.path("id").asText("");
    if (text.startsWith("/subscriptions/")
        && !text.toLowerCase(Locale.ROOT).startsWith(own.key())) {
      ensure(ResourceId.of(text));
    }
    node.path("userAssignedIdentities")
        .properties()
        .forEach(identity -> ensure(ResourceId.of(identity.getKey())));
    node.forEach(child -> names(child, own));
  }

  private void ensure(ResourceId id) {
    String least = LEAST.get(id.type().toLowerCase(Locale.ROOT));
    if (least == null || azure.get(id.toString()).status() == 200) {
      return;
    }
    group(id);
    if (!id.root().sameAs(id)) {
      ensure(id.parent());
    }
    ObjectNode body = json(least.replace("westus", region));
    assertThat(azure.put(id.toString(), body).status()).as(id.toString()).isLessThan(300);
    azure.finish();
  }

  private void group(ResourceId id) {
    azure.put(id.scope().toString(), Json.object().put("location", "westus"));
  }
}
