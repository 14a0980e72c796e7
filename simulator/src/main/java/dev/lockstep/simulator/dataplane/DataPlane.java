package dev.lockstep.simulator.dataplane;

import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.dataplane.apim.ApimEndpoints;
import dev.lockstep.simulator.dataplane.backend.Conditions;
import dev.lockstep.simulator.dataplane.backend.OtherServers;
import dev.lockstep.simulator.dataplane.gateway.Surroundings;
import dev.lockstep.simulator.dataplane.net.Fabric;
import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Networks;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.WorldNames;
import dev.lockstep.simulator.dataplane.probe.Prober;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.world.World;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The data plane of a simulated Azure: services and gateways on sockets of 127.0.0.1, and backend
 * health from real handshakes.
 *
 * <p>It follows the world: when a request or {@link World#settle} that changed something returns,
 * sockets, certificates and routes are as the change says. Probes run on the clock of the world.
 *
 * <p>INVARIANT: whoever holds the world's lock never waits for a socket; event loops take the lock
 * only to look.
 */
public final class DataPlane implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DataPlane.class.getName());
  private static final long NEVER = -1;

  private final Azure azure;
  private final World world;
  private final Loopback loopback;
  private final Fabric fabric;
  private final WorldIdentities identities;
  private final Prober prober;
  private final ApimEndpoints services;
  private final Gateways gateways;
  private final ReentrantLock following = new ReentrantLock();
  private volatile Networks networks;
  private long followed = NEVER;

  private DataPlane(Azure azure, DataPlaneOptions options) {
    this.azure = azure;
    world = azure.world();
    loopback = Loopback.open();
    identities = new WorldIdentities(world, azure.vaults(), azure.pki());
    networks = world.look(() -> new Networks(world.resources()));
    Supplier<Instant> clock = () -> world.look(world::now);
    fabric = new Fabric(() -> networks);
    Conditions conditions = new Conditions(world, azure.backends());
    OtherServers others = new OtherServers(conditions, identities, loopback);
    prober = new Prober(fabric, loopback, clock, options.patience());
    services = new ApimEndpoints(identities, conditions, loopback);
    gateways =
        new Gateways(
            new Surroundings(
                world,
                fabric,
                new WorldNames(world, others::address),
                identities,
                loopback,
                prober,
                azure.metrics()));
    fabric.add(services);
    fabric.add(gateways);
    fabric.add(others);
  }

  /** Starts the data plane of a world; it serves when this returns. */
  public static DataPlane start(Azure azure, DataPlaneOptions options) {
    DataPlane plane = new DataPlane(azure, options);
    plane.follow();
    plane.world.follow(plane::follow);
    azure.health().use(new ProbedVerdicts(plane.gateways));
    return plane;
  }

  /** Where clients of gateways connect to. */
  public List<Address> addresses() {
    return gateways.addresses();
  }

  /** Where services can be called beside their gateways. */
  public List<ServiceSocket> services() {
    return services.sockets();
  }

  /** What becomes of a TLS connection to a simulated address from beside it. */
  public Reach reach(String address, int port) {
    return fabric.dial(Optional.empty(), address, port, true);
  }

  /** Keys and chains of the world, also to import certificates into vaults. */
  public WorldIdentities identities() {
    return identities;
  }

  /** The authorities; clients of the gateways trust {@link Pki#publicRoots()}. */
  public Pki pki() {
    return identities.pki();
  }

  /** Takes over what changed; quick when nothing did. */
  private void follow() {
    following.lock();
    try {
      long revision = world.look(() -> world.resources().revision());
      if (revision == followed && !gateways.vaultDue()) {
        return;
      }
      Moment moment = world.look(() -> Moment.of(world));
      followed = moment.revision();
      networks = moment.networks();
      services.follow(moment.services());
      gateways.follow(moment.gateways());
    } catch (RuntimeException defect) {
      // Thrown on, it would be taken for a failure of the request that changed the world.
      LOG.log(Level.ERROR, "The data plane could not follow the world", defect);
    } finally {
      following.unlock();
    }
  }

  private record Moment(
      long revision, Networks networks, List<ApimService> services, List<Gateway> gateways) {
    static Moment of(World world) {
      var resources = world.resources();
      return new Moment(
          resources.revision(),
          new Networks(resources),
          resources.all(ApimService.class),
          resources.all(Gateway.class));
    }
  }

  @Override
  public void close() {
    world.follow(() -> {});
    azure.health().useComputed();
    gateways.close();
    prober.close();
    loopback.close();
  }
}
