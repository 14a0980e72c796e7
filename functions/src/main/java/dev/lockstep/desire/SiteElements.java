package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.TrustedRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gateway elements of one site, as Microsoft Learn sets them up by hand in "Integrate API
 * Management in an internal virtual network with Application Gateway".
 */
public final class SiteElements {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int HTTPS = Site.Port.NUMBER;

  private final Site site;
  private final List<WantedElement> elements = new ArrayList<>();

  private SiteElements(Site site) {
    this.site = site;
  }

  /**
   * The elements in the order of {@link Kind}. The rule comes without a priority: that depends on
   * everybody else's rules.
   */
  public static List<WantedElement> of(Site site) {
    return new SiteElements(site).build();
  }

  /** The key of the site's element of a kind that is made for one host name. */
  public static ElementKey key(Site site, Kind kind) {
    return site.names().key(kind, site.host().value());
  }

  private List<WantedElement> build() {
    own(Kind.POOL, pool());
    own(Kind.PROBE, probe());
    ArrayNode roots = JSON.arrayNode();
    site.roots().forEach(root -> roots.add(reference(root(root))));
    own(Kind.SETTINGS, settings(roots));
    if (site.port().ours()) {
      shared(site.port().key(), JSON.objectNode().put("port", HTTPS));
    }
    ElementKey certificate =
        site.names().key(Kind.CERTIFICATE, site.secret().vaultName() + "." + site.secret().name());
    shared(certificate, JSON.objectNode().put("keyVaultSecretId", site.secret().url()));
    own(Kind.LISTENER, listener(certificate));
    own(Kind.RULE, rule());
    return List.copyOf(elements);
  }

  private ObjectNode pool() {
    ObjectNode pool = JSON.objectNode();
    pool.putArray("backendAddresses").addObject().put("fqdn", site.host().value());
    return pool;
  }

  private ObjectNode probe() {
    ObjectNode probe =
        JSON.objectNode()
            .put("protocol", "Https")
            .put("host", site.host().value())
            .put("path", site.policy().probePath())
            .put("interval", site.policy().probeInterval().toSeconds())
            .put("timeout", site.policy().probeTimeout().toSeconds())
            .put("unhealthyThreshold", site.policy().unhealthyThreshold())
            .put("pickHostNameFromBackendHttpSettings", false);
    probe.putObject("match").putArray("statusCodes").add("200-399");
    return probe;
  }

  private ObjectNode settings(ArrayNode roots) {
    ObjectNode settings =
        JSON.objectNode()
            .put("port", HTTPS)
            .put("protocol", "Https")
            .put("cookieBasedAffinity", "Disabled")
            .put("hostName", site.host().value())
            .put("pickHostNameFromBackendAddress", false)
            .put("requestTimeout", site.policy().requestTimeout().toSeconds());
    settings.set("probe", reference(key(site, Kind.PROBE)));
    settings.set("trustedRootCertificates", roots);
    return settings;
  }

  private ObjectNode listener(ElementKey certificate) {
    ObjectNode listener = JSON.objectNode();
    listener.set("frontendIPConfiguration", reference(site.frontend()));
    listener.set("frontendPort", reference(site.port().key()));
    listener.put("protocol", "Https");
    listener.put("hostName", site.host().value());
    listener.putArray("hostNames");
    listener.set("sslCertificate", reference(certificate));
    listener.put("requireServerNameIndication", true);
    return listener;
  }

  private ObjectNode rule() {
    ObjectNode rule = JSON.objectNode().put("ruleType", "Basic");
    rule.set("httpListener", reference(key(site, Kind.LISTENER)));
    rule.set("backendAddressPool", reference(key(site, Kind.POOL)));
    rule.set("backendHttpSettings", reference(key(site, Kind.SETTINGS)));
    // Either of these would take the traffic elsewhere.
    rule.putNull("urlPathMap");
    rule.putNull("redirectConfiguration");
    return rule;
  }

  private ElementKey root(TrustedRoot root) {
    if (root instanceof TrustedRoot.Uploaded uploaded) {
      ElementKey key = site.names().key(Kind.ROOT, CertificateText.thumbprint(uploaded.der()));
      shared(key, JSON.objectNode().put("data", uploaded.der()));
      return key;
    }
    return new ElementKey(Kind.ROOT.collection(), ((TrustedRoot.Existing) root).name());
  }

  private void own(Kind kind, ObjectNode properties) {
    add(key(site, kind), properties, Optional.of(site.host()));
  }

  private void shared(ElementKey key, ObjectNode properties) {
    add(key, properties, Optional.empty());
  }

  private void add(ElementKey key, ObjectNode properties, Optional<HostName> host) {
    elements.add(new WantedElement(key, properties, host, site.service(), site.binding()));
  }

  private ObjectNode reference(ElementKey key) {
    return JSON.objectNode().put("id", site.gateway().child(key.collection(), key.name()).value());
  }
}
