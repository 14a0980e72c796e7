package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import java.util.List;

/**
 * The backend settings of a site, and what the gateway sends to the service by them (Microsoft
 * Learn, "Overview of TLS termination and end to end TLS with Application Gateway", live traffic,
 * v2).
 *
 * <pre>
 * host name | hostName      | Host header and SNI | the service's certificate must be for
 * ----------+---------------+---------------------+--------------------------------------
 * exact     | the host name | the host name       | the host name
 * wildcard  | absent        | as the client asked | what the client asked for
 * </pre>
 */
final class SettingsElement {
  private SettingsElement() {}

  static ObjectNode of(Site site, List<ElementKey> roots) {
    ObjectNode settings =
        JsonNodeFactory.instance
            .objectNode()
            .put("port", Site.Port.HTTPS)
            .put("protocol", "Https")
            .put("cookieBasedAffinity", "Disabled");
    if (site.host().isWildcard()) {
      settings.putNull("hostName");
    } else {
      settings.put("hostName", site.host().value());
    }
    settings
        .put("pickHostNameFromBackendAddress", false)
        .put("requestTimeout", site.policy().requestTimeout().toSeconds());
    site.policy()
        .options()
        .drainTimeout()
        .ifPresent(
            drain ->
                settings
                    .putObject("connectionDraining")
                    .put("enabled", true)
                    .put("drainTimeoutInSec", drain.toSeconds()));
    settings.set("probe", ElementReference.to(site, site.own().key(Kind.PROBE)));
    ArrayNode trusted = settings.putArray("trustedRootCertificates");
    roots.forEach(root -> trusted.add(ElementReference.to(site, root)));
    return settings;
  }
}
