package dev.lockstep.simulator.keyvault.api;

import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.keyvault.PlainSecrets;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.function.Consumer;

/** The front of all vaults: one request in, one answer out. */
public final class VaultApi {
  private final World world;
  private final CertificateRoutes certificates;
  private final SecretRoutes secrets;
  private volatile DataAccess access = DataAccess.OPEN;

  /**
   * A front for the vaults of a world.
   *
   * @param onNewVersion told of each certificate that is imported, under the world's lock
   */
  public VaultApi(
      World world, Vaults vaults, PlainSecrets plain, Consumer<VaultCertificate> onNewVersion) {
    this.world = world;
    this.certificates = new CertificateRoutes(world, vaults, onNewVersion);
    this.secrets = new SecretRoutes(world, vaults, plain);
  }

  /** Asks from now on whether a principal may do what it wants to. */
  public void use(DataAccess other) {
    access = other;
  }

  /** Answers a request of an authenticated principal. */
  public ArmResponse handle(VaultRequest request) {
    return world.locked(
        () -> {
          try {
            return route(request);
          } catch (ArmFault fault) {
            return fault.response();
          }
        });
  }

  private ArmResponse route(VaultRequest request) {
    ResourceId vault = find(request.vault());
    if (!request.query().containsKey("api-version")) {
      throw VaultFaults.badParameter("api-version must be specified");
    }
    String action = DataActions.of(request);
    if (!access.allows(request.principal(), action, vault)) {
      throw VaultFaults.forbidden(request, action, vault);
    }
    return switch (request.collection()) {
      case "certificates" -> certificates.handle(request);
      case "deletedcertificates" -> certificates.deleted(request);
      case "secrets" -> secrets.handle(request);
      case "deletedsecrets" -> secrets.deleted(request);
      default ->
          throw VaultFaults.badParameter("The simulator knows no '" + request.collection() + "'");
    };
  }

  private ResourceId find(String vault) {
    return world.resources().all().stream()
        .map(Resource::id)
        .filter(id -> id.type().equalsIgnoreCase("Microsoft.KeyVault/vaults"))
        .filter(id -> id.name().equalsIgnoreCase(vault))
        .findFirst()
        .orElseThrow(() -> VaultFaults.noSuchVault(vault));
  }
}
