package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;

/** The listeners of a site. */
final class ListenerElement {
  private ListenerElement() {}

  /**
   * The listener on port 443. Firewall policy and SSL profile are set where they are configured;
   * else they are not ours to judge.
   */
  static ObjectNode https(Site site, Door door, ElementKey certificate) {
    ObjectNode listener = on(site, door.frontend(), door.port(), "Https");
    listener.set("sslCertificate", ElementReference.to(site, certificate));
    listener.put("requireServerNameIndication", true);
    site.policy()
        .options()
        .wafPolicy()
        .ifPresent(policy -> listener.putObject("firewallPolicy").put("id", policy.value()));
    site.policy()
        .options()
        .sslProfile()
        .map(name -> new ElementKey("sslProfiles", name))
        .ifPresent(profile -> listener.set("sslProfile", ElementReference.to(site, profile)));
    return listener;
  }

  /** The listener on port 80, of an exact host name. */
  static ObjectNode http(Site site, Door door, Site.Port port) {
    return on(site, door.frontend(), port, "Http");
  }

  // A wildcard goes into hostNames; hostName holds exact names only (Microsoft Learn, "Application
  // Gateway multiple site hosting").
  private static ObjectNode on(Site site, ElementKey frontend, Site.Port port, String protocol) {
    ObjectNode listener = JsonNodeFactory.instance.objectNode();
    listener.set("frontendIPConfiguration", ElementReference.to(site, frontend));
    listener.set("frontendPort", ElementReference.to(site, port.key()));
    listener.put("protocol", protocol);
    if (site.host().isWildcard()) {
      listener.putNull("hostName");
      listener.putArray("hostNames").add(site.host().value());
    } else {
      listener.put("hostName", site.host().value());
      listener.putArray("hostNames");
    }
    return listener;
  }
}
