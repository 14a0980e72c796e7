package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.access.Access;
import dev.lockstep.simulator.access.Authorizer;
import dev.lockstep.simulator.access.RoleAssignment;
import dev.lockstep.simulator.agw.GatewayType;
import dev.lockstep.simulator.apim.NetworkStatusType;
import dev.lockstep.simulator.apim.RegionStatusType;
import dev.lockstep.simulator.apim.Rotation;
import dev.lockstep.simulator.apim.ServiceType;
import dev.lockstep.simulator.arm.ArmApi;
import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.Catalog;
import dev.lockstep.simulator.arm.OperationResultType;
import dev.lockstep.simulator.arm.OperationStatusType;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ProviderType;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.control.ControlApi;
import dev.lockstep.simulator.control.ControlParts;
import dev.lockstep.simulator.dns.DnsTypes;
import dev.lockstep.simulator.estate.DemoEstate;
import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.govern.Governance;
import dev.lockstep.simulator.health.BackendHealth;
import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.PlainSecrets;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.keyvault.api.VaultApi;
import dev.lockstep.simulator.monitor.MetricLog;
import dev.lockstep.simulator.monitor.MetricsType;
import dev.lockstep.simulator.network.GroupType;
import dev.lockstep.simulator.network.PlainShape;
import dev.lockstep.simulator.network.PlainType;
import dev.lockstep.simulator.network.SubscriptionType;
import dev.lockstep.simulator.network.TenantType;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Settings;
import dev.lockstep.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated Azure without sockets and threads: the world, its services and its control. Time
 * passes when somebody asks, or calls {@link World#settle}.
 */
public final class Azure {
  private final World world;
  private final ArmApi arm;
  private final ControlApi control;
  private final Vaults vaults;
  private final VaultApi vaultApi;
  private final MetricLog metrics;
  private final Backends backends = new Backends();
  private final BackendHealth health;
  private final Pki pki;
  private final Access access;
  private final FaultBook faults;
  private final Catalog catalog;

  /**
   * Builds it, with the demo estate unless the options say empty. Its authorities are drawn from
   * the seed, as everything is.
   */
  public Azure(SimulatorOptions options, Audit audit, EventSink sink) {
    this(options, audit, sink, new Pki(options.seed(), options.clock().instant()));
  }

  /** Builds it with given authorities, for a world whose keys somebody may come to trust. */
  public Azure(SimulatorOptions options, Audit audit, EventSink sink, Pki pki) {
    this.pki = pki;
    Settings settings = new Settings(options.switches(), options.latencies());
    settings.set(options.weather().throttling());
    settings.setReadLag(options.weather().readLag());
    faults = new FaultBook(options.seed(), options.weather().faults());
    access = new Access(assignments(options));
    world = new World(options.clock(), options.seed(), settings, sink);
    Governance governance = new Governance();
    ArmEvents events = new ArmEvents(world);
    Operations operations = new Operations(world, events);
    vaults = new Vaults(world, pki);
    metrics = new MetricLog(() -> world.look(world::now));
    PlainSecrets secrets = new PlainSecrets(world);
    Rotation rotation = new Rotation(world, vaults);
    vaultApi = new VaultApi(world, vaults, secrets, rotation::plan);
    vaultApi.use(access::allowsData);
    health = new BackendHealth(world.resources(), vaults, backends);
    List<ResourceType> types = new ArrayList<>(plain(world, events, operations));
    types.add(new SubscriptionType(world, access));
    types.add(new TenantType());
    types.add(new GroupType(world));
    types.add(OperationStatusType.network(world, operations));
    types.add(OperationStatusType.privateDns(world, operations));
    types.add(OperationResultType.network(world, operations));
    types.add(OperationResultType.privateDns(world, operations));
    types.add(OperationResultType.apim(world, operations));
    types.add(new GatewayType(world, operations, vaults, health));
    types.add(new ServiceType(world, operations, vaults));
    types.add(new NetworkStatusType(world));
    types.add(new RegionStatusType(world));
    types.add(MetricsType.values(world, metrics));
    types.add(MetricsType.definitions(world, metrics));
    types.addAll(DnsTypes.of(world, events, operations));
    types.add(new ProviderType(types));
    catalog = new Catalog(types);
    arm = new ArmApi(world, catalog, operations, new Authorizer(access), governance, faults, audit);
    control =
        new ControlApi(
            new ControlParts(
                world,
                arm,
                audit,
                vaults,
                rotation,
                backends,
                health,
                pki,
                metrics,
                access,
                governance,
                faults));
    world.locked(
        () -> {
          lay(options, catalog, vaults, backends);
          world.resources().forgetPast();
          return true;
        });
  }

  /** The world. */
  public World world() {
    return world;
  }

  /** The front of ARM. */
  public ArmApi arm() {
    return arm;
  }

  /** The certificate authorities. */
  public Pki pki() {
    return pki;
  }

  /** The certificates in all vaults. */
  public Vaults vaults() {
    return vaults;
  }

  /** The data plane of all vaults. */
  public VaultApi vaultApi() {
    return vaultApi;
  }

  /** What gateways count. */
  public MetricLog metrics() {
    return metrics;
  }

  /** Servers that are no resource, and what is switched off. */
  public Backends backends() {
    return backends;
  }

  /** Who answers how healthy backends are. */
  public BackendHealth health() {
    return health;
  }

  /** The control API. */
  public ControlApi control() {
    return control;
  }

  /** Who may do what; data planes ask it too. */
  public Access access() {
    return access;
  }

  /** What goes wrong. */
  public FaultBook faults() {
    return faults;
  }

  /** Lays a resource into the world as one that has always been there. */
  public void seed(ResourceId id, ObjectNode body) {
    world.locked(
        () -> {
          catalog.find(id.type()).orElseThrow().seed(id, body);
          world.resources().forgetPast();
          return id;
        });
  }

  private static List<RoleAssignment> assignments(SimulatorOptions options) {
    String subscription = options.subscriptionId();
    Optional<ResourceId> group =
        options.empty()
            ? Optional.empty()
            : Optional.of(ResourceId.ofGroup(subscription, DemoEstate.GROUP));
    return options.roles().assignments(ResourceId.ofSubscription(subscription), group);
  }

  private static void lay(
      SimulatorOptions options, Catalog catalog, Vaults vaults, Backends backends) {
    ResourceId subscription = ResourceId.ofSubscription(options.subscriptionId());
    catalog.find(subscription.type()).orElseThrow().seed(subscription, Json.object());
    if (!options.empty()) {
      new DemoEstate(options.subscriptionId(), catalog, vaults, backends).lay();
    }
  }

  private static List<ResourceType> plain(World world, ArmEvents events, Operations operations) {
    List<PlainShape> shapes =
        List.of(
            PlainShape.network("virtualNetworks", "subnets"),
            PlainShape.network("networkSecurityGroups", "securityRules"),
            PlainShape.network("routeTables", "routes"),
            PlainShape.network("ApplicationGatewayWebApplicationFirewallPolicies"),
            PlainShape.publicAddress(),
            PlainShape.identity(Principals.TENANT),
            PlainShape.vault(Principals.TENANT));
    List<ResourceType> types = new ArrayList<>();
    for (PlainShape shape : shapes) {
      PlainType type = new PlainType(world, events, operations, shape);
      types.add(type);
      types.addAll(type.childTypes());
    }
    return types;
  }
}
