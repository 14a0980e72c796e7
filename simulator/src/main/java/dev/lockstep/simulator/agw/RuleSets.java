package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which core rule set the firewall of a gateway runs. */
final class RuleSets {
  private static final String FIRST_NEW = "3.2";

  private RuleSets() {}

  /** Whether the firewall is on with core rules 3.1 or older. */
  static boolean old(GatewayRule.Draft draft) {
    JsonNode properties = draft.document().path("properties");
    List<String> versions = new ArrayList<>();
    JsonNode own = properties.path("webApplicationFirewallConfiguration");
    if (own.path("enabled").asBoolean() && own.path("ruleSetType").asText("").equals("OWASP")) {
      Json.text(own, "ruleSetVersion").ifPresent(versions::add);
    }
    Json.text(properties, "firewallPolicy", "id")
        .flatMap(id -> policy(draft, id))
        .ifPresent(
            policy ->
                Json.objects(policy.document(), "properties", "managedRules", "managedRuleSets")
                    .stream()
                    .filter(set -> set.path("ruleSetType").asText("").equals("OWASP"))
                    .flatMap(set -> Json.text(set, "ruleSetVersion").stream())
                    .forEach(versions::add));
    return versions.stream().anyMatch(version -> version.compareTo(FIRST_NEW) < 0);
  }

  private static Optional<Resource> policy(GatewayRule.Draft draft, String id) {
    try {
      return draft.resources().find(ResourceId.of(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
