package dev.lockstep.desire;

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
 *
 * <pre>
 * element                    | how often
 * ---------------------------+-------------------------------------------------
 * pool, probe, settings      | once per host name
 * listener, rule             | once per host name and frontend; twice with port 80
 * redirect                   | once per host name and frontend with port 80
 * certificate                | once per secret, whoever uses it
 * uploaded root              | once per certificate
 * port                       | once per number
 * </pre>
 */
public final class SiteElements {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Site site;
  private final List<WantedElement> elements = new ArrayList<>();

  private SiteElements(Site site) {
    this.site = site;
  }

  /**
   * The elements, each after those that it refers to. The rules come without a priority: that
   * depends on everybody else's rules.
   */
  public static List<WantedElement> of(Site site) {
    return new SiteElements(site).build();
  }

  private List<WantedElement> build() {
    own(site.own().key(Kind.POOL), PoolElement.of(site));
    own(site.own().key(Kind.PROBE), ProbeElement.of(site));
    List<ElementKey> roots = site.roots().stream().map(this::root).distinct().toList();
    own(site.own().key(Kind.SETTINGS), SettingsElement.of(site, roots));
    ElementKey certificate = certificate();
    site.doors().forEach(door -> door(door, certificate));
    return List.copyOf(elements);
  }

  private void door(Door door, ElementKey certificate) {
    port(door.port());
    ElementKey listener = site.own().key(Kind.LISTENER, door.variant());
    own(listener, ListenerElement.https(site, door, certificate));
    own(site.own().key(Kind.RULE, door.variant()), RuleElement.toService(site, listener));
    door.redirect().ifPresent(port -> redirect(door, port));
  }

  private void redirect(Door door, Site.Port port) {
    port(port);
    ElementKey listener = site.own().http(Kind.LISTENER, door.variant());
    ElementKey redirect = site.own().key(Kind.REDIRECT, door.variant());
    own(listener, ListenerElement.http(site, door, port));
    own(redirect, RedirectElement.of(site, door));
    own(
        site.own().http(Kind.RULE, door.variant()),
        RuleElement.toRedirect(site, listener, redirect));
  }

  private ElementKey certificate() {
    ElementKey key =
        site.names().key(Kind.CERTIFICATE, site.secret().vaultName() + "." + site.secret().name());
    shared(key, JSON.objectNode().put("keyVaultSecretId", site.secret().url()));
    return key;
  }

  private ElementKey root(TrustedRoot root) {
    if (root instanceof TrustedRoot.Uploaded uploaded) {
      ElementKey key = site.names().key(Kind.ROOT, CertificateText.thumbprint(uploaded.der()));
      // Either the one or the other.
      shared(key, JSON.objectNode().put("data", uploaded.der()).putNull("keyVaultSecretId"));
      return key;
    }
    return new ElementKey(Kind.ROOT.collection(), ((TrustedRoot.Existing) root).name());
  }

  private void port(Site.Port port) {
    if (port.ours()) {
      shared(port.key(), JSON.objectNode().put("port", port.number()));
    }
  }

  private void own(ElementKey key, ObjectNode properties) {
    add(key, properties, Optional.of(site.host()));
  }

  private void shared(ElementKey key, ObjectNode properties) {
    add(key, properties, Optional.empty());
  }

  private void add(ElementKey key, ObjectNode properties, Optional<HostName> host) {
    elements.add(new WantedElement(key, properties, host, site.service(), site.binding()));
  }
}
