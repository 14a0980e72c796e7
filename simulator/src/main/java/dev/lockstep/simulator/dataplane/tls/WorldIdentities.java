package dev.lockstep.simulator.dataplane.tls;

import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.KeyKind;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys and chains behind the certificates of the world: those of the vaults, and stand-ins for
 * what the world knows by name only.
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
        .map(vaults::identity);
  }

  /** Whether a gateway may read a secret now. */
  public boolean readable(SecretId id) {
    return world.look(() -> vaults.readable(id));
  }

  /** The version of a vault certificate with the thumbprint that a service shows. */
  public Optional<Identity> ofThumbprint(SecretId id, String thumbprint) {
    return world.look(() -> vaults.versions(id.vault(), id.name())).stream()
        .filter(one -> vaults.thumbprint(one).equalsIgnoreCase(thumbprint))
        .findFirst()
        .map(vaults::identity);
  }

  /**
   * Imports a certificate into a vault as a new version, whatever is wrong with it.
   *
   * @return the version, for services that follow the vault
   */
  public VaultCertificate importVersion(String vault, String name, Identity identity) {
    return world.locked(() -> vaults.importVersion(vault, name, identity));
  }

  /** A certificate of the public authority for names whose own certificate the world lacks. */
  public Identity standIn(List<String> names) {
    LeafRequest request =
        new LeafRequest(names.get(0), names, Validity.around(start, STAND_IN_LIFE), KeyKind.EC);
    return made.computeIfAbsent(
        "names|" + names, key -> pki.publicAuthority().issue(request, "stand-in"));
  }
}
