package dev.lockstep.simulator.dataplane.tls;

import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.CertificateAuthority;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.KeyKind;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pem;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.World;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys and chains behind the certificates of the world. The vaults of the world know names and
 * dates of certificates; the certificates themselves are made here when somebody first presents
 * them, under the public authority or under the private root that the vault names, or are what
 * somebody imported.
 */
public final class WorldIdentities {
  private static final Duration STAND_IN_LIFE = Duration.ofDays(365);

  private final World world;
  private final Vaults vaults;
  private final Pki pki;
  private final Instant start;
  private final Map<String, Identity> made = new ConcurrentHashMap<>();

  /** Identities of one world. */
  public WorldIdentities(World world, Vaults vaults, Pki pki) {
    this.world = world;
    this.vaults = vaults;
    this.pki = pki;
    this.start = world.look(world::now);
  }

  /** The authorities. */
  public Pki pki() {
    return pki;
  }

  /** The newest version of a vault certificate, or the pinned one; empty when there is none. */
  public Optional<Identity> ofVault(SecretId id) {
    List<VaultCertificate> versions = world.look(() -> vaults.versions(id.vault(), id.name()));
    return versions.stream()
        .filter(one -> id.version().map(one.version()::equals).orElse(true))
        .reduce((earlier, later) -> later)
        .map(this::of);
  }

  /** Whether a gateway may read a secret now. */
  public boolean readable(SecretId id) {
    return world.look(() -> vaults.readable(id));
  }

  /** The version of a vault certificate with the thumbprint that a service shows. */
  public Optional<Identity> ofThumbprint(SecretId id, String thumbprint) {
    return world.look(() -> vaults.versions(id.vault(), id.name())).stream()
        .filter(one -> one.thumbprint().equalsIgnoreCase(thumbprint))
        .findFirst()
        .map(this::of);
  }

  /**
   * Imports a certificate into a vault as a new version, whatever is wrong with it.
   *
   * @return the version, for services that follow the vault
   */
  public VaultCertificate importVersion(String vault, String name, Identity identity) {
    X509Certificate leaf = identity.first();
    return world.locked(
        () -> {
          VaultCertificate imported =
              new VaultCertificate(
                  vault,
                  name,
                  world.ids().guid().replace("-", ""),
                  leaf.getSubjectX500Principal().getName(),
                  leaf.getNotBefore().toInstant(),
                  leaf.getNotAfter().toInstant(),
                  Optional.empty());
          made.put(key(imported), identity);
          vaults.add(imported);
          return imported;
        });
  }

  /** A certificate of the public authority for names whose own certificate the world lacks. */
  public Identity standIn(List<String> names) {
    LeafRequest request =
        new LeafRequest(names.get(0), names, Validity.around(start, STAND_IN_LIFE), KeyKind.EC);
    return made.computeIfAbsent(
        "names|" + names, key -> pki.publicAuthority().issue(request, "stand-in"));
  }

  private Identity of(VaultCertificate certificate) {
    return made.computeIfAbsent(key(certificate), key -> issue(certificate, key));
  }

  private Identity issue(VaultCertificate certificate, String label) {
    String name = certificate.subject().replaceFirst("(?i)^CN=", "");
    Validity validity = new Validity(certificate.notBefore(), certificate.expires());
    return signer(certificate.root()).issue(LeafRequest.of(name, validity), label);
  }

  private CertificateAuthority signer(Optional<String> root) {
    if (root.isEmpty()) {
      return pki.publicAuthority();
    }
    // A root from outside cannot sign here, for the world lacks its key: an authority of this world
    // takes its place, and whoever trusts the one from outside sees that it does not match.
    return Pem.ofBase64(root.get())
        .flatMap(pki::below)
        .orElseGet(() -> pki.privateAuthority("Unknown " + root.get().hashCode()));
  }

  private static String key(VaultCertificate certificate) {
    return certificate.vault() + "/" + certificate.name() + "/" + certificate.version();
  }
}
