package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.dataplane.DataPlane;
import dev.lockstep.simulator.dataplane.DataPlaneOptions;
import dev.lockstep.simulator.estate.DemoEstate;
import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.http.Server;
import dev.lockstep.simulator.http.VaultServer;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.tls.Authority;
import dev.lockstep.simulator.tls.TrustFiles;
import dev.lockstep.simulator.token.ArmGate;
import dev.lockstep.simulator.token.IdentityEndpoint;
import dev.lockstep.simulator.token.LoginEndpoint;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.token.Secrets;
import dev.lockstep.simulator.token.Tokens;
import dev.lockstep.simulator.token.VaultGate;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * A simulated Azure on loopback sockets: ARM and login over HTTPS with an authority of its own,
 * managed identity and control over HTTP; services and gateways on sockets of their own.
 */
public final class Simulator implements AutoCloseable {
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(20);

  private final SimulatorOptions options;
  private final Audit audit;
  private final EventHub events = new EventHub();
  private final Azure azure;
  private final Authority authority;
  private final TrustFiles trust;
  private final Tokens tokens;
  private final DataPlane plane;
  private final Secrets secrets = Secrets.random();
  private final Server server;
  private final VaultServer vaults;
  private final Ticker ticker;

  private Simulator(SimulatorOptions options) {
    this.options = options;
    events.add(options.eventSink());
    audit = options.auditFile().map(Audit::toFile).orElseGet(Audit::inMemory);
    // Users may come to trust these authorities, so their keys must not follow from the seed.
    Pki pki = new Pki(new SecureRandom().nextLong(), options.clock().instant());
    azure = new Azure(options, audit, events, pki);
    authority = Authority.create(options.clock().instant());
    // On a machine that is busy five seconds may pass, and the first probe decides for all traffic.
    plane = DataPlane.start(azure, DataPlaneOptions.DEFAULT.withPatience(PROBE_PATIENCE));
    trust = TrustFiles.write(List.of(authority.certificate()), azure.pki().publicRoots());
    tokens = new Tokens(options.clock());
    server = open();
    vaults =
        VaultServer.start(
            azure.vaultApi(),
            new VaultGate(tokens),
            "https://127.0.0.1:" + server.securePort(),
            authority.serverContext(VaultServer.NAMES));
    ticker = Ticker.start(azure.world());
  }

  /**
   * Starts a simulator; it serves when this returns.
   *
   * @throws RuntimeException when a given port is taken or the audit file cannot be written
   */
  public static Simulator start(SimulatorOptions options) {
    return new Simulator(options);
  }

  /**
   * What a client needs: endpoints, trust, ids and secrets, as the ready file has them. It holds
   * secrets of the simulated tenant: write it where only the user reads it.
   */
  public ObjectNode ready() {
    String arm = "https://127.0.0.1:" + server.securePort();
    String plain = "http://127.0.0.1:" + server.plainPort();
    ObjectNode ready = Json.object();
    ready.put("armEndpoint", arm);
    ready.put("loginEndpoint", arm + "/adfs");
    ready.put("identityEndpoint", plain + "/msi/token");
    ready.put("identityHeader", secrets.identityHeader());
    ready.put("identityClientId", Principals.LOCKSTEP.clientId());
    ready.put("identityObjectId", Principals.LOCKSTEP.objectId());
    ready.put("controlEndpoint", plain + "/control");
    ready.put("vaultEndpoint", vaults.endpoint());
    ready.put("caFile", trust.pem().toString());
    ready.put("publicRoots", trust.publicRoots().toString());
    ready.put("trustStore", trust.store().toString());
    ready.put("trustStorePassword", TrustFiles.PASSWORD);
    ready.put("tenantId", Principals.TENANT);
    ready.put("subscriptionId", options.subscriptionId());
    ready.put("clientId", Principals.OPERATOR.clientId());
    ready.put("clientSecret", secrets.operator());
    ready.put("colleagueClientId", Principals.COLLEAGUE.clientId());
    ready.put("colleagueClientSecret", secrets.colleague());
    ArrayNode frontends = ready.putArray("frontends");
    plane.addresses().forEach(address -> frontends.add(address.json()));
    ArrayNode services = ready.putArray("services");
    plane.services().forEach(socket -> services.add(socket.json()));
    if (!options.empty()) {
      String subscription = options.subscriptionId();
      ready.put("resourceGroup", DemoEstate.GROUP);
      ready.put("serviceId", DemoEstate.service(subscription).toString());
      ready.put("gatewayId", DemoEstate.gateway(subscription).toString());
      ready.putArray("zoneIds").add(DemoEstate.zone(subscription).toString());
    }
    return ready;
  }

  /** The audit so far. */
  public Audit audit() {
    return audit;
  }

  /** The parts without sockets. */
  public Azure azure() {
    return azure;
  }

  /** Issues and checks tokens of the simulated tenant, for servers beside ARM. */
  public Tokens tokens() {
    return tokens;
  }

  /** The authority, for TLS servers beside ARM. */
  public Authority authority() {
    return authority;
  }

  /** Services and gateways on sockets. */
  public DataPlane plane() {
    return plane;
  }

  /** Adds a listener for events from now on. */
  public void onEvent(EventSink sink) {
    events.add(sink);
  }

  /** Opens the sockets; when that fails nothing is left behind. */
  private Server open() {
    try {
      return Server.start(
          options.armPort(),
          options.plainPort(),
          authority.serverContext(),
          Server.secure(azure.arm(), new ArmGate(tokens), new LoginEndpoint(tokens, secrets)),
          Server.plain(new IdentityEndpoint(tokens, secrets), azure.control()));
    } catch (RuntimeException failed) {
      plane.close();
      audit.close();
      trust.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    ticker.close();
    vaults.close();
    server.close();
    plane.close();
    audit.close();
    trust.close();
  }
}
