package dev.lockstep.app;

import dev.lockstep.azure.ParallelTasks;
import dev.lockstep.azure.SystemTicker;
import dev.lockstep.config.Settings;
import dev.lockstep.model.Binding;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Planner;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Ticker;
import dev.lockstep.reconcile.ApiVersions;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.Pace;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.reconcile.Reconciler;
import dev.lockstep.signal.Targets;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.logging.Logger;

/** The object graph, built once per worker process. */
final class Composition {
  // A target reads one gateway, a service or two and a few zones at once; eight runs share these.
  private static final int READERS = 16;

  private Composition() {}

  /**
   * The app of this process, from its environment.
   *
   * @throws ConfigurationInvalid when the settings do not allow it
   */
  static App ofProcess() {
    Ticker ticker = new SystemTicker();
    long began = ticker.nanos();
    Startup startup = Startup.read(System.getenv());
    App app = of(startup, ticker);
    long took = (ticker.nanos() - began) / 1_000_000;
    Logger.getLogger("dev.lockstep")
        .info(
            LogLine.of("started")
                .with("ms", took)
                .with("instance", startup.settings().instance())
                .with("bindings", startup.configuration().bindings().size())
                .toString());
    return app;
  }

  /** The app of these settings; asks nothing of the outside yet. */
  static App of(Startup startup, Ticker ticker) {
    Outside outside = new Outside(startup.settings());
    InvocationLog log = new InvocationLog();
    Clock clock = Clock.systemUTC();
    Blobs state = outside.state();
    Ports ports =
        new Ports(
            outside.arm(),
            state,
            outside.journal(),
            outside.signals(),
            new ParallelTasks(READERS),
            ticker,
            clock,
            log);
    CertificateIndex certificates = new CertificateIndex(state, log::warn);
    return wired(startup, ports, certificates, log);
  }

  private static App wired(
      Startup startup, Ports ports, CertificateIndex certificates, InvocationLog log) {
    Settings settings = startup.settings();
    List<Binding> bindings = startup.configuration().bindings();
    Estate estate = Estate.of(settings.instance(), bindings);
    Runs runs =
        Runs.of(
            new Reconciler(estate, brain(certificates), ports, versions(settings), Pace.DEFAULT));
    Targets targets = Targets.of(bindings);
    SortedSet<TargetId> names = targets.all();
    Outbox outbox = new Outbox(ports.signals());
    return new LockstepApp(
        new EventIntake(targets, certificates, outbox),
        new AlertIntake(targets, outbox),
        new DriftCheck(names, outbox),
        new Resync(
            names,
            runs,
            outbox,
            new PlanPages(
                plan -> com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                Plan::toString),
            log),
        new QueueRuns(runs, log, ports.clock()),
        new StatusPage(
            new StatusReport(estate, runs, new LatestPlan(ports.journal())),
            gateway -> com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()));
  }

  /** The planner; what it is shown also tells who uses which certificate. */
  private static Brain brain(CertificateIndex certificates) {
    return new Brain(
        input -> {
          certificates.learn(input.observation());
          return Planner.plan(input);
        },
        Planner::confirmed,
        plan -> com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
  }

  private static ApiVersions versions(Settings settings) {
    return new ApiVersions(
        settings.gatewayApiVersion(),
        settings.apimApiVersion(),
        ApiVersions.PINNED.privateDns(),
        ApiVersions.PINNED.publicDns());
  }
}
