package dev.lockstep.simulator.apim;

import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Services take a renewed vault certificate by themselves when they name it without a version
 * (Microsoft Learn, configure-custom-domain). That is no ARM write and gives no event.
 */
public final class Rotation {
  private final World world;
  private final HostNames hostNames;

  /** Services that take nothing for the time being. */
  private final Set<String> held = new HashSet<>();

  /** Rotation in one world. */
  public Rotation(World world, Vaults vaults) {
    this.world = world;
    this.hostNames = new HostNames(world, vaults);
  }

  /**
   * Plans that the services that use a certificate present its newest version after the latency.
   */
  public void plan(VaultCertificate certificate) {
    world.later(world.settings().latencies().rotation(), () -> take(certificate));
  }

  /**
   * Keeps a service from looking into the vault, or lets it look: then it presents the newest
   * version of all its certificates at once. The real one looks when it likes, within hours. To be
   * called under the world's lock.
   */
  public void hold(ApimService service, boolean hold) {
    if (hold) {
      held.add(service.id().key());
    } else {
      held.remove(service.id().key());
      take(service);
    }
  }

  private void take(VaultCertificate certificate) {
    List<ApimService> services = world.resources().all(ApimService.class);
    for (ApimService service : services) {
      boolean uses =
          service.hostNames().stream()
              .flatMap(entry -> Json.text(entry, "keyVaultId").stream())
              .flatMap(url -> SecretId.parse(url).stream())
              .anyMatch(id -> follows(id, certificate));
      if (uses && !held.contains(service.id().key())) {
        take(service);
      }
    }
  }

  /** A service that is being updated looks at the end of that. */
  private void take(ApimService service) {
    if (!service.busy()) {
      var document = service.document().deepCopy();
      hostNames.mark(document, true);
      world.resources().put(service.withDocument(document));
    }
  }

  private static boolean follows(SecretId id, VaultCertificate certificate) {
    return id.version().isEmpty()
        && id.vault().equalsIgnoreCase(certificate.vault())
        && id.name().equalsIgnoreCase(certificate.name());
  }
}
