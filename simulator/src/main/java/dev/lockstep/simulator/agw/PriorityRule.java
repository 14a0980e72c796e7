package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Priorities: present on every rule since api-version 2021-08-01, on all or none before; 1 to
 * 20000; unique (Microsoft Learn, multiple-site-overview). No source gives the codes of the last
 * two.
 */
final class PriorityRule implements GatewayRule {
  private static final String REQUIRED_SINCE = "2021-08-01";
  private static final int HIGHEST = 20000;

  @Override
  public void check(Draft draft) {
    List<ObjectNode> rules = Parts.of(draft.document(), "requestRoutingRules");
    boolean required = ApiVersions.atLeast(draft.apiVersion(), REQUIRED_SINCE);
    long without = rules.stream().filter(rule -> priority(rule).isMissingNode()).count();
    if (!required && without > 0 && without < rules.size()) {
      throw GatewayRule.refusal(
          "ApplicationGatewayRequestRoutingRulePartialPriorityDefined",
          "Either all or no rule should have the priority specified.");
    }
    Set<Integer> taken = new HashSet<>();
    for (ObjectNode rule : rules) {
      String id = draft.idOf("requestRoutingRules", rule);
      JsonNode priority = priority(rule);
      if (priority.isMissingNode()) {
        if (required) {
          throw GatewayRule.refusal(
              "ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty",
              "Priority for the request routing rule %s cannot be empty. All request routing rules should have a priority defined starting from api-version 2021-08-01"
                  .formatted(id));
        }
        continue;
      }
      if (!priority.isInt() || priority.intValue() < 1 || priority.intValue() > HIGHEST) {
        throw GatewayRule.refusal(
            "ApplicationGatewayRequestRoutingRuleInvalidPriority",
            "Priority %s of the request routing rule %s is invalid. It must be between 1 and 20000."
                .formatted(priority, id));
      }
      if (!taken.add(priority.intValue())) {
        throw GatewayRule.refusal(
            "ApplicationGatewayRequestRoutingRulePriorityMustBeUnique",
            "Priority must be unique across all the request routing rules");
      }
    }
  }

  private static JsonNode priority(ObjectNode rule) {
    return rule.path("properties").path("priority");
  }
}
