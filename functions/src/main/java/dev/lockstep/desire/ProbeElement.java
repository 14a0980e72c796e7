package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.EndpointPolicy;

/**
 * The health probe of a site. Its host name is Host header and server name indication of the probe
 * (Microsoft Learn, "Overview of TLS termination and end to end TLS with Application Gateway"), so
 * it is never a wildcard.
 */
final class ProbeElement {
  private ProbeElement() {}

  static ObjectNode of(Site site) {
    EndpointPolicy policy = site.policy();
    ObjectNode probe =
        JsonNodeFactory.instance
            .objectNode()
            .put("protocol", "Https")
            .put("host", policy.options().probeHost().orElse(site.host()).value())
            .put("path", policy.probePath())
            .put("interval", policy.probeInterval().toSeconds())
            .put("timeout", policy.probeTimeout().toSeconds())
            .put("unhealthyThreshold", policy.unhealthyThreshold())
            .put("pickHostNameFromBackendHttpSettings", false);
    probe.putObject("match").putArray("statusCodes").add("200-399");
    return probe;
  }
}
