package dev.lockstep.cli.rollover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.client.StorageClient;
import dev.lockstep.cli.client.VaultClient;
import dev.lockstep.cli.world.AppSettings;
import dev.lockstep.cli.world.Home;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.cli.world.Subscriptions;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.fault.Weather;
import dev.lockstep.simulator.host.HostLaunch;
import dev.lockstep.simulator.host.HostProcess;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Throttling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Simulated Azure with the sites of a rehearsal, and the function app in a process of its own. */
final class World implements AutoCloseable {
  private static final Duration HOST_START = Duration.ofSeconds(90);

  /** How long a gateway uses a connection to the service again. */
  static final Duration REUSE = Duration.ofMillis(900);

  private static final Latencies LATENCIES =
      Latencies.DEFAULT.withGateway(Duration.ofMillis(1500)).withBackendReuse(REUSE);

  private final LocalAzure azure;
  private final Ready ready;
  private final HostLaunch launch;
  private final Consumer<String> output;
  private final Anchors anchors;
  private final Registry registry;
  private HostProcess host;

  private World(
      LocalAzure azure,
      Ready ready,
      HostLaunch launch,
      HostProcess host,
      Consumer<String> output,
      Registry registry,
      Anchors anchors) {
    this.azure = azure;
    this.ready = ready;
    this.launch = launch;
    this.host = host;
    this.output = output;
    this.registry = registry;
    this.anchors = anchors;
  }

  /**
   * Lays the sites and starts the app; nothing is published yet when this returns.
   *
   * @param audit where the audit goes as well
   * @param output gets the lines of the app
   */
  static World start(
      List<Site> sites, Authorities authorities, Optional<Path> audit, Consumer<String> output)
      throws IOException, InterruptedException {
    // Many estates stand in for many subscriptions here, so ARM counts and does not refuse.
    SimulatorOptions options =
        SimulatorOptions.DEFAULT
            .withRoles(Home.rolesWithChainReader())
            .withLatencies(LATENCIES)
            .withWeather(Weather.FAIR.withThrottling(Throttling.COUNTED));
    LocalAzure azure =
        LocalAzure.start(
            audit.map(options::withAuditFile).orElse(options),
            DeliveryFaults.NONE,
            DeliveryObserver.NONE);
    try {
      ObjectNode fields = azure.ready();
      Ready ready = new Ready(fields);
      Anchors anchors = new Anchors();
      Registry registry =
          new Registry(
              azure.simulator(),
              authorities,
              new VaultClient(ready),
              new Bundles(new StorageClient(ready)),
              new FunctionsClient(ready),
              anchors);
      Estates estates = new Estates(azure.simulator().azure(), ready.text("subscriptionId"));
      for (Site site : sites) {
        registry.begin(site);
        estates.lay(site);
        registry.hold(site, true);
      }
      fields.setAll(azure.ready());
      HostLaunch launch = launch(sites, fields);
      HostProcess host = HostProcess.start(launch, HOST_START, output);
      try {
        host.ready().properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
        Subscriptions.make(azure, fields, line -> {});
        int port = URI.create(ready.text("functionsEndpoint")).getPort();
        return new World(azure, ready, launch.onPort(port), host, output, registry, anchors);
      } catch (IOException | RuntimeException failed) {
        host.close();
        throw failed;
      }
    } catch (IOException | InterruptedException | RuntimeException failed) {
      azure.close();
      throw failed;
    }
  }

  private static HostLaunch launch(List<Site> sites, JsonNode ready) {
    Map<String, String> settings = AppSettings.of(ready);
    settings.put("LOCKSTEP_BINDINGS", Estates.bindings(sites, ready).toString());
    settings.put("DRIFT_CHECK_SCHEDULE", "*/10 * * * * *");
    settings.put("LOCKSTEP_REHEARSAL_SPEED", "60");
    // A worker that is started again has to be found under the same address with the same key.
    settings.put("LOCKSTEP_HOST_EVENTGRID_KEY", ready.path("identityHeader").asText());
    settings.put("LOCKSTEP_HOST_FUNCTION_KEY", ready.path("identityHeader").asText());
    return HostLaunch.of(Home.stagedApp(), settings)
        .hidingMessagesFor(Duration.ofSeconds(10))
        .trusting(
            Path.of(ready.path("trustStore").asText()), ready.path("trustStorePassword").asText());
  }

  Registry registry() {
    return registry;
  }

  Anchors anchors() {
    return anchors;
  }

  /** The record of every ARM request. */
  Puts puts(Site site) {
    return new Puts(azure.simulator().audit(), site.gateway(ready.text("subscriptionId")).key());
  }

  /** The gateway of a site when no change of it is under way. */
  Optional<JsonNode> settledGateway(Site site) {
    Azure world = azure.simulator().azure();
    return world
        .world()
        .look(
            () ->
                world
                    .world()
                    .resources()
                    .find(site.gateway(ready.text("subscriptionId")), Gateway.class))
        .filter(gateway -> gateway.state().equals("Succeeded"))
        .map(Gateway::document);
  }

  /** The socket of the gateway's frontend. */
  InetSocketAddress entrance(Site site) {
    return place("frontends", site.publicAddress());
  }

  /** The socket of the service. */
  InetSocketAddress service(Site site) {
    return place("services", site.privateAddress());
  }

  private InetSocketAddress place(String list, String address) {
    for (JsonNode one : ready.json().path(list)) {
      if (one.path("address").asText().equals(address)) {
        URI connect = URI.create("tcp://" + one.path("connect").asText());
        return new InetSocketAddress(connect.getHost(), connect.getPort());
      }
    }
    throw new IllegalStateException("nobody has the address " + address);
  }

  /** What the app would change now and what it warns of. */
  JsonNode plan(Site site) {
    String target = Home.targetOf(site.gateway(ready.text("subscriptionId")).toString());
    return new FunctionsClient(ready)
        .post("resync/" + target + "?plan=true", "application/json")
        .json();
  }

  /** Kills the worker with SIGKILL and starts another one. */
  void killWorker() {
    try {
      host.kill();
      host = HostProcess.start(launch, HOST_START, output);
    } catch (IOException failed) {
      throw new UncheckedIOException("the worker could not be started again", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Stops the app for good. */
  void stopApp() throws IOException, InterruptedException {
    host.close();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      host.close();
    } finally {
      azure.close();
    }
  }
}
