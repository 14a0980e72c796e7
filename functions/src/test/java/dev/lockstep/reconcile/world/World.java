package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.port.Alarm;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.RunLog;
import dev.lockstep.port.RunSummary;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.reconcile.ApiVersions;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.Pace;
import dev.lockstep.reconcile.Reconciler;
import dev.lockstep.reconcile.RenewalPace;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.render.PlanJson;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The world with one target, and the host that hands messages to the product. */
public final class World {
  /** How long a message of a killed host stays hidden. */
  private static final Duration KILLED = Duration.ofMinutes(10);

  /** How long a message stays hidden whose function threw (host.json). */
  private static final Duration THREW = Duration.ofSeconds(30);

  /** The target. */
  public static final TargetId TARGET = TargetId.of(FakeAzure.GATEWAY);

  /** Who Lockstep is. */
  public static final Writer SELF =
      new Writer(
          Optional.of("55555555-5555-5555-5555-555555555555"),
          Optional.of("44444444-4444-4444-4444-444444444444"));

  /** A colleague, in the portal. */
  public static final Writer COLLEAGUE =
      new Writer(
          Optional.of("c44b4083-3bb0-49c1-b47d-974e53cbdf3c"),
          Optional.of("99999999-9999-9999-9999-999999999999"));

  private final ManualTime time = new ManualTime();
  private final InMemoryBlobs state = new InMemoryBlobs(time);
  private final InMemoryBlobs journal = new InMemoryBlobs(time);
  private final InMemorySignals signals = new InMemorySignals(time);
  private final FakeAzure azure = new FakeAzure(time);
  private final List<RunSummary> log = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private Mode mode = Mode.APPLY;
  private DnsPolicy dns = DnsPolicy.DEFAULT;
  private List<ResourceId> zones = List.of(FakeAzure.ZONE);
  private List<Binding> elsewhere = List.of();
  private Optional<Mode> neighbour = Optional.empty();
  private List<FreezeWindow> freezes = List.of();
  private String probePath = "/status-0123456789abcdef";
  private TrustPolicy trust = TrustPolicy.DEFAULT;
  private Map<HostName, String> mapped = Map.of();
  private RenewalPace renewalPace = RenewalPace.DEFAULT;
  private Duration behind = Duration.ZERO;
  private Reconciler reconciler;

  public World() {
    restart(Fuse.never());
  }

  /** A new process, such as {@link #process} makes. */
  public World restart(Reconciler process) {
    reconciler = process;
    return this;
  }

  /** A new process, with a fuse. */
  public World restart(Fuse fuse) {
    reconciler = process(fuse);
    return this;
  }

  /** Another process on the same world. */
  public Reconciler process(Fuse fuse) {
    return process(fuse, call -> {});
  }

  /** Another process, between whose calls things happen. */
  public Reconciler process(Fuse fuse, Consumer<String> meanwhile) {
    return new Reconciler(
        Estate.of(
            new InstanceId("lockstep"),
            Stream.concat(bindings().stream(), elsewhere.stream()).toList()),
        Brain.of(PlanJson::render),
        new FusedPorts(fuse, time, behind, meanwhile)
            .of(azure, state, journal, signals, new Log(), certificates()),
        ApiVersions.PINNED,
        Pace.DEFAULT,
        renewalPace);
  }

  private Optional<CertificateSources> certificates() {
    return Optional.of(azure.certificates())
        .filter(FakeCertificates::isOn)
        .map(FakeCertificates::sources);
  }

  /** Sets how roots are found out, and restarts; certificates are looked at once there are any. */
  public World trust(TrustPolicy other) {
    trust = other;
    return restart(Fuse.never());
  }

  /** Sets from which secrets listeners take their certificates, and restarts. */
  public World certificates(Map<HostName, String> secrets) {
    mapped = secrets;
    return restart(Fuse.never());
  }

  /** Sets how fast hours pass, and restarts. */
  public World pace(RenewalPace other) {
    renewalPace = other;
    return restart(Fuse.never());
  }

  /** Sets how far the clocks of workers are behind that of storage, and restarts. */
  public World clocksBehind(Duration other) {
    behind = other;
    return restart(Fuse.never());
  }

  /** Sets the binding's mode and restarts. */
  public World mode(Mode other) {
    mode = other;
    return restart(Fuse.never());
  }

  /** Sets when the first binding is frozen, and restarts. */
  public World frozen(FreezeWindow... windows) {
    freezes = List.of(windows);
    return restart(Fuse.never());
  }

  /** Sets what the health probes ask for, and restarts. */
  public World probePath(String other) {
    probePath = other;
    return restart(Fuse.never());
  }

  /** Sets which record sets are wanted, and in which zones, and restarts. */
  public World dns(DnsPolicy other, ResourceId... otherZones) {
    dns = other;
    zones = List.of(otherZones);
    return restart(Fuse.never());
  }

  /** Binds another gateway to the service as well, with its own choice of DNS, and restarts. */
  public World neighbour(DnsPolicy other) {
    Binding own = bindings().get(0);
    Binding beside =
        own.with(
            binding ->
                binding
                    .name("beside")
                    .gateway(new ResourceId(own.gateway() + "-beside"))
                    .dns(other));
    elsewhere = List.of(beside);
    return restart(Fuse.never());
  }

  /** Adds a binding of the neighbour's service on the same gateway, and restarts. */
  public World neighbour(Mode mode) {
    neighbour = Optional.of(mode);
    return restart(Fuse.never());
  }

  private List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    bindings.add(binding("contoso", FakeAzure.SERVICE, mode).withFreezes(freezes));
    neighbour.ifPresent(of -> bindings.add(binding("other", FakeAzure.NEIGHBOUR, of)));
    return bindings;
  }

  private Binding binding(String name, ResourceId service, Mode mode) {
    EndpointPolicy policy =
        new EndpointPolicy(
            Optional.of("public"),
            probePath,
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            8,
            Duration.ofSeconds(180),
            false);
    return new Binding(
            name,
            service,
            FakeAzure.GATEWAY,
            zones,
            Map.of(EndpointType.PROXY, policy),
            mapped,
            List.of(),
            "ls",
            300,
            mode,
            DeletePolicy.SYNC,
            new DeleteCap(5, 100),
            Duration.ofMinutes(1))
        .with(binding -> binding.dns(dns).trust(trust));
  }

  public ManualTime time() {
    return time;
  }

  public FakeAzure azure() {
    return azure;
  }

  public InMemoryBlobs state() {
    return state;
  }

  public InMemoryBlobs journal() {
    return journal;
  }

  public InMemorySignals signals() {
    return signals;
  }

  public Reconciler reconciler() {
    return reconciler;
  }

  /** One line per run, skipped ones included. */
  public List<RunSummary> log() {
    return List.copyOf(log);
  }

  /** What persons were warned of. */
  public List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  /** The outcomes of all messages that were worked off. */
  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** What the target remembers. */
  public TargetState remembered() {
    return process(Fuse.never()).state(TARGET);
  }

  /** When the observation of a journaled run began. */
  public Instant journalAt(String name) {
    try {
      JsonNode entry = new ObjectMapper().readTree(journal.read(name).orElseThrow().content());
      return Instant.parse(entry.path("at").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another worker takes the lease, as soon as the service gives it. */
  public void otherWorkerTakesTheTarget() {
    if (state.lease(TARGET + ".json").isEmpty()) {
      throw new IllegalStateException("the lease is still held");
    }
  }

  /** The content of the latest journal blob. */
  public String lastJournal() {
    List<String> names = journal.list(TARGET + "/", Integer.MAX_VALUE);
    return journal.read(names.get(names.size() - 1)).orElseThrow().content();
  }

  /** Signals a change of the service and lets half an hour pass. */
  public World converge() {
    return signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(30));
  }

  /** Puts a signal into the queue. */
  public World signal(Cause.Kind kind) {
    signals.send(new Message.Signal(TARGET, Cause.of(kind, "test")), Duration.ZERO);
    return this;
  }

  /** Puts the event of a write of the gateway into the queue. */
  public World told(GatewayWrite write, Duration late) {
    Cause cause = Cause.of(Cause.Kind.GATEWAY_CHANGED, "test").with(write);
    signals.send(new Message.Signal(TARGET, cause), late);
    return this;
  }

  /** Delivers the next visible message; empty when there is none or the process died over it. */
  public Optional<Outcome> deliver() {
    return deliverTo(reconciler);
  }

  /** The same, to a given process. */
  public Optional<Outcome> deliverTo(Reconciler process) {
    Optional<InMemorySignals.Entry> next = signals.receive(KILLED);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    InMemorySignals.Entry entry = next.get();
    try {
      Outcome outcome =
          process.run(entry.message(), new MessageMeta(entry.insertedAt(), entry.dequeueCount()));
      signals.delete(entry);
      outcomes.add(outcome);
      return Optional.of(outcome);
    } catch (StorageFailure e) {
      signals.giveBack(entry, THREW);
    } catch (Crash e) {
      restart(Fuse.never());
    }
    return Optional.empty();
  }

  /** Lets time pass and delivers every message in it, until that much time has passed. */
  public World run(Duration duration) {
    Instant end = time.instant().plus(duration);
    Optional<Instant> next = signals.nextVisible();
    while (next.isPresent() && next.get().isBefore(end)) {
      time.advanceTo(next.get());
      deliver();
      next = signals.nextVisible();
    }
    time.advanceTo(end);
    return this;
  }

  private final class Log implements RunLog {
    @Override
    public void ended(RunSummary summary) {
      log.add(summary);
    }

    @Override
    public void warned(Alarm alarm) {
      alarms.add(alarm);
    }
  }
}
