package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.azure.ParallelTasks;
import dev.lockstep.azure.SystemTicker;
import dev.lockstep.config.Configuration;
import dev.lockstep.config.Settings;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.Ticker;
import dev.lockstep.reconcile.ApiVersions;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.Pace;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.reconcile.Reconciler;
import dev.lockstep.reconcile.RenewalPace;
import dev.lockstep.render.AdoptionJson;
import dev.lockstep.render.PlanJson;
import dev.lockstep.render.PlanMarkdown;
import dev.lockstep.render.PlanText;
import dev.lockstep.signal.Targets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Stream;

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
    Startup startup =
        Startup.read(
            System.getenv(), (settings, blob) -> new Outside(settings).blobText().read(blob));
    App app = of(startup, ticker);
    long took = (ticker.nanos() - began) / 1_000_000;
    Logger.getLogger("dev.lockstep")
        .info(
            LogLine.of("started")
                .with("ms", took)
                .with("instance", startup.settings().instance())
                .with("bindings", startup.configuration().bindings().size())
                .with("from", startup.origin())
                .toString());
    return app;
  }

  /** The app of these settings; asks nothing of the outside yet. */
  static App of(Startup startup, Ticker ticker) {
    Outside outside = new Outside(startup.settings());
    InvocationLog log = new InvocationLog();
    Ports ports =
        new Ports(
            outside.arm(),
            outside.state(),
            outside.journal(),
            outside.signals(),
            new ParallelTasks(READERS),
            ticker,
            Clock.systemUTC(),
            log,
            outside.identity(),
            Optional.of(outside.certificates()));
    GatewayNetwork network =
        new GatewayNetwork(ports.arm(), startup.settings().gatewayApiVersion(), outside.network());
    return of(startup, ports, network, log);
  }

  /** The app on these ports; with discovery, if it is configured. */
  static App of(
      Startup startup, Ports ports, Function<ResourceId, JsonNode> network, InvocationLog log) {
    return of(startup, ports, network, log, UnaryOperator.identity());
  }

  /** The same, with other pure parts. */
  static App of(
      Startup startup,
      Ports ports,
      Function<ResourceId, JsonNode> network,
      InvocationLog log,
      UnaryOperator<Brain> changed) {
    Configuration configuration = startup.configuration();
    Function<List<Binding>, App> compose =
        discovered ->
            of(
                startup,
                Stream.concat(configuration.bindings().stream(), discovered.stream()).toList(),
                ports,
                network,
                log,
                changed);
    return configuration
        .discovery()
        .<App>map(
            discovery ->
                new DiscoveringApp(
                    configuration,
                    compose,
                    new ServiceLists(
                        ports.arm(), ports.tasks(), startup.settings().apimApiVersion()),
                    new DiscoveryMemory(ports.state(), discovery.frontend(), log::warn),
                    new Outbox(ports.signals()),
                    ports.clock(),
                    ports.ticker()))
        .orElseGet(() -> compose.apply(List.of()));
  }

  private static App of(
      Startup startup,
      List<Binding> bindings,
      Ports ports,
      Function<ResourceId, JsonNode> network,
      InvocationLog log,
      UnaryOperator<Brain> changed) {
    Settings settings = startup.settings();
    Estate estate = Estate.of(settings.instance(), bindings);
    CertificateIndex certificates = new CertificateIndex(ports.state(), log::warn);
    Runs runs =
        Runs.of(
            new Reconciler(
                estate,
                changed.apply(brain(certificates)),
                ports,
                versions(settings),
                Pace.DEFAULT.withDebounce(settings.debounce()),
                RenewalPace.DEFAULT.faster(settings.rehearsal().speed())));
    Targets targets = Targets.of(bindings);
    SortedSet<TargetId> names = targets.all();
    Outbox outbox = new Outbox(ports.signals());
    PlanPages pages =
        new PlanPages(PlanJson::render, plan -> PlanText.render(plan, false), PlanMarkdown::render);
    Manage manage =
        new Manage(
            estate, runs, pages, new ManagePages(PlanJson::render, AdoptionJson::render), log);
    return new LockstepApp(
        new EventIntake(targets, certificates, outbox, discoverable(startup.configuration())),
        new AlertIntake(targets, outbox),
        new DriftCheck(names, outbox),
        new Resync(names, runs, outbox, pages, manage, startup.callers(), log),
        manage,
        startup.callers(),
        new QueueRuns(runs, log, ports.clock()),
        new JournalPage(names, ports.journal()),
        new StatusPage(new StatusReport(estate, runs, new LatestPlan(ports.journal())), network));
  }

  /** Services that are listed for discovery; nothing where that is not configured. */
  private static Predicate<ResourceId> discoverable(Configuration configuration) {
    return resource ->
        configuration
            .discovery()
            .filter(discovery -> discovery.covers(resource) && discovery.lists(resource))
            .isPresent();
  }

  /** The planner; what it is shown also tells who uses which certificate. */
  private static Brain brain(CertificateIndex certificates) {
    Brain pure = Brain.of(PlanJson::render);
    return new Brain(
        input -> {
          certificates.learn(input.observation());
          return pure.planner().apply(input);
        },
        pure.confirmed(),
        pure.asData(),
        pure.states());
  }

  private static ApiVersions versions(Settings settings) {
    return new ApiVersions(
        settings.gatewayApiVersion(),
        settings.apimApiVersion(),
        ApiVersions.PINNED.privateDns(),
        ApiVersions.PINNED.publicDns());
  }
}
