package dev.lockstep.cli.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.story.Narrator;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.host.HostLaunch;
import dev.lockstep.simulator.host.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Simulated Azure in this process, and the Functions host with the staged app in one of its own.
 */
public final class RunningWorld implements AutoCloseable {
  private static final Duration HOST_START = Duration.ofSeconds(60);

  private final LocalAzure azure;
  private final HostProcess host;
  private final EventSwitch events;
  private final Path audit;
  private final Ready ready;

  private RunningWorld(
      LocalAzure azure, HostProcess host, EventSwitch events, Path audit, Ready ready) {
    this.azure = azure;
    this.host = host;
    this.events = events;
    this.audit = audit;
    this.ready = ready;
  }

  /** Starts everything; it serves when this returns. */
  public static RunningWorld start(WorldPlan plan, Narrator narrator)
      throws IOException, InterruptedException {
    Path audit = plan.audit().orElse(Files.createTempFile("lockstep-audit", ".jsonl"));
    EventSwitch events = new EventSwitch();
    narrator.line("Starting a simulated Azure and a local Functions host on loopback …");
    LocalAzure azure =
        LocalAzure.start(
            SimulatorOptions.DEFAULT.withAuditFile(audit).withRoles(Home.roles()),
            events,
            DeliveryObserver.NONE);
    try {
      ObjectNode ready = azure.ready();
      HostLaunch launch =
          HostLaunch.of(Home.stagedApp(), AppSettings.of(plan, ready))
              .trusting(
                  Path.of(ready.path("trustStore").asText()),
                  ready.path("trustStorePassword").asText());
      HostProcess host =
          HostProcess.start(launch, HOST_START, new HostOutput(narrator, plan.verbose()));
      try {
        host.ready().properties().forEach(field -> ready.set(field.getKey(), field.getValue()));
        ready.put("targetId", Home.targetOf(ready.path("gatewayId").asText()));
        ready.put("auditFile", audit.toAbsolutePath().toString());
        Subscriptions.make(azure, ready, narrator::line);
        return new RunningWorld(azure, host, events, audit, new Ready(ready));
      } catch (IOException | RuntimeException e) {
        host.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      azure.close();
      throw e;
    }
  }

  /** What a client needs to know. */
  public Ready ready() {
    return ready;
  }

  /** The file of the simulator's audit. */
  public Path audit() {
    return audit;
  }

  /** Whether events get lost from now on. */
  public EventSwitch events() {
    return events;
  }

  /** Whether the function app still runs. */
  public boolean isAlive() {
    return host.isAlive();
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
