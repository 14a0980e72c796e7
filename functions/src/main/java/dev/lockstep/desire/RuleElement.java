package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;

/** The rules of a site, without a priority: that depends on everybody else's rules. */
final class RuleElement {
  private RuleElement() {}

  /** From the listener to the service. */
  static ObjectNode toService(Site site, ElementKey listener) {
    ObjectNode rule = from(site, listener);
    rule.set("backendAddressPool", ElementReference.to(site, site.own().key(Kind.POOL)));
    rule.set("backendHttpSettings", ElementReference.to(site, site.own().key(Kind.SETTINGS)));
    // Either of these would take the traffic elsewhere.
    rule.putNull("urlPathMap");
    rule.putNull("redirectConfiguration");
    return rule;
  }

  /** From the listener on port 80 to the redirect. */
  static ObjectNode toRedirect(Site site, ElementKey listener, ElementKey redirect) {
    ObjectNode rule = from(site, listener);
    rule.set("redirectConfiguration", ElementReference.to(site, redirect));
    rule.putNull("urlPathMap");
    rule.putNull("backendAddressPool");
    rule.putNull("backendHttpSettings");
    return rule;
  }

  private static ObjectNode from(Site site, ElementKey listener) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode().put("ruleType", "Basic");
    rule.set("httpListener", ElementReference.to(site, listener));
    return rule;
  }
}
