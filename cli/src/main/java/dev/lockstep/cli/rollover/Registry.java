package dev.lockstep.cli.rollover;

import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.client.VaultClient;
import dev.lockstep.cli.rollover.Authorities.Wish;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.pki.CertificateAuthority;
import dev.lockstep.simulator.pki.Pki;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the people of the rehearsal do with certificates: have them issued, tell the clients and the
 * trust bundle, put them into the vault, and decide when API Management looks there.
 */
final class Registry {
  private final Simulator simulator;
  private final Authorities authorities;
  private final VaultClient vault;
  private final Bundles bundles;
  private final FunctionsClient control;
  private final Anchors clients;
  private final Map<String, Issued> begun = new HashMap<>();

  Registry(
      Simulator simulator,
      Authorities authorities,
      VaultClient vault,
      Bundles bundles,
      FunctionsClient control,
      Anchors clients) {
    this.simulator = simulator;
    this.authorities = authorities;
    this.vault = vault;
    this.bundles = bundles;
    this.control = control;
    this.clients = clients;
    clients.add(pki().publicRoots());
  }

  /** Puts the certificates in place with which a site begins. */
  void begin(Site site) {
    begun.put(site.key(), issueFirst(site));
  }

  /** The certificates with which a site began. */
  Issued first(Site site) {
    return begun.get(site.key());
  }

  private Issued issueFirst(Site site) {
    Optional<Wish> first = Course.of(site.phase()).first();
    if (first.isEmpty()) {
      Azure azure = simulator.azure();
      for (String host : site.hosts()) {
        azure
            .world()
            .locked(
                () -> azure.vaults().ensure(Estates.VAULT, site.certificate(host), "CN=" + host));
      }
      bundles.add(site, publicChain());
      return ofPublicAuthority(site);
    }
    return renew(site, first);
  }

  /**
   * Renews all certificates of a site. Clients and trust bundle know the authorities before the
   * vault does.
   *
   * @param wish how; empty for the public authority
   */
  Issued renew(Site site, Optional<Wish> wish) {
    if (wish.isEmpty()) {
      // Few public servers send their root, so operators add the chain of a public authority too.
      bundles.add(site, publicChain());
      for (String host : site.hosts()) {
        control
            .control(
                "POST",
                "/vaults/%s/certificates/%s/renew".formatted(Estates.VAULT, site.certificate(host)),
                "")
            .orThrow("the renewal");
      }
      return ofPublicAuthority(site);
    }
    Issued issued = authorities.issue(site, wish.get());
    clients.add(issued.bundle().stream().filter(Registry::isRoot).toList());
    bundles.add(site, issued.bundle());
    for (String host : site.hosts()) {
      vault.importPfx(
          Estates.VAULT,
          site.certificate(host),
          authorities.pfx(site, wish.get(), host),
          authorities.password());
    }
    return issued;
  }

  /** Keeps the service from looking into the vault, or lets it look now. */
  void hold(Site site, boolean held) {
    control
        .control(
            "PUT",
            "/services/%s/rotation".formatted("apim-" + site.key()),
            "{\"held\":" + held + "}")
        .orThrow("the rotation");
  }

  private Issued ofPublicAuthority(Site site) {
    Azure azure = simulator.azure();
    Map<String, String> leaves = new HashMap<>();
    for (String host : site.hosts()) {
      VaultCertificate newest =
          azure
              .world()
              .look(() -> azure.vaults().find(Estates.VAULT, site.certificate(host)))
              .orElseThrow();
      leaves.put(host, Thumbprint.of(azure.vaults().identity(newest).first()));
    }
    return new Issued(leaves, Set.copyOf(pki().publicRoots()), List.of(), true);
  }

  private List<X509Certificate> publicChain() {
    CertificateAuthority authority = pki().publicAuthority();
    return List.of(authority.certificate(), authority.rootCertificate());
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private Pki pki() {
    return simulator.azure().pki();
  }
}
