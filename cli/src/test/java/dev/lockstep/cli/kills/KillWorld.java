package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.eventgrid.AdvancedFilter;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.eventgrid.EventFilter;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.eventgrid.ProvisioningState;
import dev.lockstep.simulator.host.HostLaunch;
import dev.lockstep.simulator.storage.Azurite;
import dev.lockstep.simulator.world.Throttling;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A simulated Azure in this process with several sites, Azurite for blobs and queues, and instances
 * of the app in processes of their own behind one front end.
 */
final class KillWorld implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT_KEY = "event-key";

  /**
   * How long a message stays hidden that a dead instance had: the real host's ten minutes would be
   * most of the test, and nothing in the protocol depends on them.
   */
  private static final Duration HIDDEN = Duration.ofSeconds(8);

  private final Azurite azurite;
  private final LocalAzure azure;
  private final Ready ready;
  private final ArmClient operator;
  private final ArmClient colleague;
  private final List<Site> sites;
  private final Crew crew;
  private final Relay relay;
  private final Badges badges;
  private final Storehouse store;

  private KillWorld(Azurite azurite, LocalAzure azure, int siteCount, Map<String, String> more) {
    this.azurite = azurite;
    this.azure = azure;
    ready = new Ready(azure.ready());
    operator = new ArmClient(ready);
    colleague = new ArmClient(asColleague(ready));
    sites = new Fleet(operator, ready).lay(siteCount);
    store = new Storehouse(azurite.account().connectionString());
    badges = new Badges(URI.create(ready.text("identityEndpoint")));
    crew = new Crew(name -> launch(name, more));
    relay = new Relay(crew::instance);
  }

  /** Starts it; events flow and all instances serve when this returns. */
  static KillWorld start(long seed, int sites, int workers, Map<String, String> more)
      throws IOException, InterruptedException {
    Azurite azurite = Azurite.startOrSkip(ROOT.resolve("simulator"));
    SimulatorOptions options =
        SimulatorOptions.DEFAULT
            .withSeed(seed)
            .withWeather(SimulatorOptions.DEFAULT.weather().withThrottling(Throttling.COUNTED));
    KillWorld world =
        new KillWorld(
            azurite,
            LocalAzure.start(options, DeliveryFaults.NONE, DeliveryObserver.NONE),
            sites,
            more);
    try {
      for (int i = 0; i < workers; i++) {
        world.crew.hire();
      }
      world.crew.awaitAll();
      world.subscribe();
      return world;
    } catch (IOException | InterruptedException | RuntimeException e) {
      world.close();
      throw e;
    }
  }

  private static Ready asColleague(Ready ready) {
    ObjectNode json = ready.json().deepCopy();
    json.put("clientId", ready.text("colleagueClientId"));
    json.put("clientSecret", ready.text("colleagueClientSecret"));
    return new Ready(json);
  }

  private HostLaunch launch(String name, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("AzureWebJobsStorage", azurite.account().connectionString());
    settings.put("IDENTITY_ENDPOINT", badges.endpoint(name));
    settings.put("IDENTITY_HEADER", ready.text("identityHeader"));
    settings.put("LOCKSTEP_ARM_ENDPOINT", ready.text("armEndpoint"));
    settings.put("LOCKSTEP_ARM_AUDIENCE", ready.text("armEndpoint"));
    settings.put("LOCKSTEP_HOST_EVENTGRID_KEY", EVENT_KEY);
    settings.put("DRIFT_CHECK_SCHEDULE", "*/5 * * * * *");
    ObjectNode bindings = JSON.createObjectNode();
    sites.forEach(site -> site.bind(bindings.withArray("bindings")));
    settings.put("LOCKSTEP_BINDINGS", bindings.toString());
    settings.putAll(more);
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path app = ROOT.resolve("functions/target/azure-functions/lockstep");
    return new HostLaunch(
            app, 0, classPath, List.of("-XX:+UseSerialGC", "-Xmx256m"), HIDDEN, settings)
        .trusting(Path.of(ready.text("trustStore")), ready.text("trustStorePassword"));
  }

  private void subscribe() throws IOException {
    List<String> operations = new ArrayList<>();
    JSON.readTree(ROOT.resolve("infra/event-operations.json").toFile())
        .forEach(operation -> operations.add(operation.asText()));
    EventFilter filter =
        EventFilter.ALL.and(
            new AdvancedFilter(AdvancedFilter.Operator.StringIn, "data.operationName", operations));
    URI webhook =
        URI.create(
            relay.endpoint() + "/runtime/webhooks/eventgrid?functionName=event&code=" + EVENT_KEY);
    ProvisioningState state =
        azure.subscribe(
            EventSubscription.of("lockstep", webhook, EventSchema.CLOUD_EVENTS, filter));
    if (state != ProvisioningState.Succeeded) {
      throw new IOException("the handshake of Event Grid ended " + state);
    }
  }

  List<Site> sites() {
    return sites;
  }

  Crew crew() {
    return crew;
  }

  /** Kills an instance in a phase, as soon as one is in it; its name. */
  CompletableFuture<String> kill(Phase phase) {
    return Trap.set(phase, token -> badges.holder(token).filter(crew::kill));
  }

  Storehouse store() {
    return store;
  }

  /** Reads as the operator does. */
  ArmClient operator() {
    return operator;
  }

  /** Reads and writes as somebody else does who works on the same gateways. */
  ArmClient colleague() {
    return colleague;
  }

  /** Every request that reached the control plane. */
  List<AuditEntry> audit() {
    return azure.simulator().audit().entries();
  }

  /** How many requests of the app have reached the control plane. */
  long requestsOfApp() {
    return audit().stream().filter(entry -> entry.principalName().equals("lockstep")).count();
  }

  /** The control API, in this process; its status. */
  int control(String method, String path, JsonNode body) {
    String text = body.isEmpty() ? "" : body.toString();
    return azure
        .simulator()
        .azure()
        .control()
        .handle(method, "/control" + path, Map.of(), text)
        .status();
  }

  @Override
  public void close() throws InterruptedException {
    try {
      crew.close();
    } finally {
      relay.close();
      badges.close();
      azure.close();
      azurite.close();
    }
  }
}
