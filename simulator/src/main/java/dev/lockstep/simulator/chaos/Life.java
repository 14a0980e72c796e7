package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.fault.Incident;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.storage.StorageServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One life from one seed: an estate is published, then things go wrong for a while, then half an
 * hour of peace in which all must come right, then a day in which nothing may happen by itself.
 */
public final class Life {
  /** Account of the storage. */
  public static final String ACCOUNT = "chaos";

  /** Key of the storage account: base64, as published of an emulator's, and as secret. */
  public static final String KEY = "Y2hhb3MtY2hhb3MtY2hhb3MtY2hhb3MtY2hhb3MtY2hhb3M=";

  private static final String QUEUE = "lockstep-signals";
  private static final Duration DRIFT = Duration.ofMinutes(15);
  private static final Duration PEACE = Duration.ofMinutes(30);

  private final long seed;
  private final Subject subject;
  private final Strands strands;
  private final VirtualTime time = new VirtualTime();
  private final Stage stage = new Stage(time);
  private final Tally tally = new Tally();
  private final History history;
  private final Violations violations;
  private final Profile profile;
  private final Estate estate;
  private final Azure azure;
  private final StorageServer storage;
  private final MessageQueue queue;
  private final GatewayJudge gateways;
  private final RecordJudge records;
  private final Door door;
  private final Workers workers;
  private final Weather weather;
  private final CrashPlans crashes;
  private final Happenings happenings;
  private final ServiceChanges services;
  private final GatewayChanges gatewayChanges;
  private final Oracle oracle;
  private boolean trouble;
  private boolean driftOn = true;

  private static final class Hub implements EventSink {
    private EventSink sink = EventSink.NONE;

    @Override
    public void emit(dev.lockstep.simulator.event.SimulatedEvent event) {
      sink.emit(event);
    }
  }

  private Life(long seed, Subject subject, Strands strands, Pki pki, boolean keepHistory) {
    this.seed = seed;
    this.subject = subject;
    this.strands = strands;
    this.history = new History(time, keepHistory);
    this.violations = new Violations(history);
    this.profile = Profile.draw(chance("profile"));
    this.estate = Estate.draw(chance("estate"));
    Hub hub = new Hub();
    SimulatorOptions options =
        SimulatorOptions.DEFAULT
            .withEmpty(true)
            .withSeed(seed)
            .withClock(time)
            .withEventSink(hub)
            .withLatencies(profile.latencies())
            .withSwitches(profile.switches());
    azure = new Azure(options, Audit.none(), hub, pki);
    stage.use(azure.world());
    estate.lay(azure, chance("lay"));
    int[] ids = {0};
    storage =
        new StorageServer(
            ACCOUNT,
            KEY,
            time,
            token -> true,
            () -> "id-" + ids[0]++,
            name -> !azure.faults().strikes(Incident.message(name)).isEmpty());
    storage.queues().create(QUEUE, Map.of());
    queue = storage.queues().queue(QUEUE);
    Truth truth = new Truth(azure.world());
    gateways =
        new GatewayJudge(estate.publications(), truth, profile.switches().ifMatch(), violations);
    records = new RecordJudge(estate.publications(), truth, violations);
    azure.world().resources().all(Gateway.class).forEach(gateways::foreign);
    azure.world().resources().all(RecordSet.class).forEach(records::foreign);
    door = new Door(azure, gateways, records, tally, history);
    List<String> mortal =
        subject.points().stream().filter(p -> !subject.pointsNotInUse().contains(p)).toList();
    crashes =
        new CrashPlans(
            chance("crashes"), mortal, Deck.card(mortal, seed, "crash"), profile.crashes());
    workers =
        new Workers(
            stage,
            strands,
            chance("workers"),
            queue,
            this::turnstile,
            gate -> subject.start(estate.publications(), outside(gate)),
            violations,
            tally,
            history);
    stage.before(workers::pump);
    Grid grid =
        new Grid(
            stage,
            strands,
            body -> workers.run("takes an event", app -> app.event(body)),
            storage.blobs(),
            azure.faults());
    hub.sink = grid.delivery();
    grid.subscribe(chance("schema").of(Arrays.asList(EventSchema.values())));
    weather = new Weather(azure.faults(), stage, tally, history);
    Colleague colleague = new Colleague(azure.arm());
    services = new ServiceChanges(azure, colleague, truth, stage, chance("services"), history);
    gatewayChanges =
        new GatewayChanges(azure, colleague, gateways, stage, chance("gateways"), history);
    happenings =
        new Happenings(
            estate,
            gateways,
            azure,
            weather,
            services,
            gatewayChanges,
            new RecordChanges(azure, colleague, records, chance("records"), history),
            door,
            queue,
            workers,
            crashes,
            stage,
            chance("happenings"),
            tally);
    oracle = new Oracle(azure, estate, truth, gateways, records);
  }

  /**
   * Lives a life.
   *
   * @param pki authorities, which several lives may share: what they issue follows from what is
   *     asked of them
   * @param keepHistory whether to tell what happened
   */
  public static LifeReport live(
      long seed, Subject subject, Strands strands, Pki pki, boolean keepHistory) {
    return new Life(seed, subject, strands, pki, keepHistory).live();
  }

  /** The authorities of all lives. */
  public static Pki authorities() {
    return new Pki(1, VirtualTime.START);
  }

  private LifeReport live() {
    try {
      history.add("seed", () -> seed + ": " + profile + ", " + estate.publications());
      workers.start(profile.workers());
      drift();
      strands.runUntil(stage, stage.now().plus(profile.season().calm(chance("first"))));
      trouble();
      peace();
      if (violations.none()) {
        idle();
      }
      if (violations.none() && profile.storm()) {
        new Storm(this::burst, gateways, estate, oracle, stage, strands, violations).pass();
      }
    } finally {
      strands.endAll();
    }
    return new LifeReport(
        seed,
        violations.all(),
        tally,
        gateways.overtaken(),
        subject.overtakenReported(outside(plain())),
        history.lines());
  }

  private void trouble() {
    history.add("seed", "trouble begins");
    trouble = true;
    driftOn = profile.drift();
    azure.world().settings().setReadLag(profile.readLag());
    tally.add("switch ifMatch." + profile.switches().ifMatch());
    tally.add("switch concurrentPut." + profile.switches().concurrentPut());
    tally.add("switch events." + profile.switches().events());
    tally.add("switch readLag." + (profile.readLag().isZero() ? "none" : "some"));
    Chance chance = chance("trouble");
    List<Happening> any = possible(Happening.SHARES.stream());
    List<Happening> own = possible(profile.season().own().stream());
    for (int i = 0; i < profile.happenings(); i++) {
      happenings.happen(i == 0 ? dealt(any) : chance.of(chance.oneIn(2) ? own : any));
      strands.runUntil(stage, stage.now().plus(chance.seconds(0, 90)));
    }
    heal();
  }

  /** What this seed is dealt, so that a few lives meet everything. */
  private Happening dealt(List<Happening> any) {
    Happening card = Deck.card(Happening.SHARES, seed, "happening");
    return any.contains(card) ? card : Deck.card(any, seed, "other");
  }

  private List<Happening> possible(Stream<Happening> some) {
    return some.filter(one -> driftOn || !one.isSilent()).toList();
  }

  private void heal() {
    // What others have begun comes to its end first: a stopped gateway is started, and so on.
    strands.runUntil(stage, stage.now().plus(Duration.ofMinutes(6)));
    weather.heal();
    door.heal();
    crashes.heal();
    azure.world().settings().setReadLag(Duration.ZERO);
    trouble = false;
    repair();
    history.add("seed", "peace begins");
  }

  /** Whoever broke something puts it right. */
  private void repair() {
    azure.world().resources().all(ApimService.class).stream()
        .filter(service -> service.state().equals("Failed"))
        .forEach(service -> services.again(service.id()));
    azure.world().resources().all(Gateway.class).stream()
        .filter(gateway -> gateway.state().equals("Failed"))
        .filter(gateway -> !gateways.isLastWriter(gateway.id()))
        .forEach(gateway -> gatewayChanges.write(gateway.id()));
    strands.runUntil(stage, stage.now().plus(Duration.ofMinutes(3)));
  }

  private void peace() {
    strands.runUntil(stage, stage.now().plus(PEACE));
    judge("half an hour after the last fault: ");
    driftOn = true;
  }

  /** A service that was down just after a change may have had that change taken back for good. */
  private void judge(String when) {
    if (tally.of("backend.down") > 0) {
      return;
    }
    oracle.problems().forEach(problem -> violations.add(when + problem));
  }

  /** Looks that follow events end within this; then nothing may happen but the drift checks. */
  private void idle() {
    strands.runUntil(stage, stage.now().plus(PEACE));
    driftOn = false;
    strands.runUntil(stage, stage.now().plus(Duration.ofMinutes(2)));
    history.add("seed", "a day of peace begins");
    long writes = door.writes();
    long worked = workers.worked();
    long checks = 0;
    for (int i = 0; i < 4; i++) {
      check();
      checks += estate.gateways().size();
      strands.runUntil(stage, stage.now().plus(Duration.ofHours(6)));
    }
    if (door.writes() != writes) {
      violations.add("on an idle day the app wrote " + (door.writes() - writes) + " times");
    }
    if (workers.worked() - worked != checks) {
      violations.add(
          "on an idle day "
              + (workers.worked() - worked)
              + " messages were worked on, for "
              + checks
              + " of the drift check");
    }
    judge("after an idle day: ");
    int reported = subject.overtakenReported(outside(plain()));
    if (reported < gateways.overtaken()) {
      violations.add(
          gateways.overtaken() + " writes of others were overtaken, " + reported + " were told of");
    }
    queue.all().forEach(message -> violations.add("left in the queue: " + message.text()));
    subject.leftovers(outside(plain())).forEach(left -> violations.add("left: " + left));
  }

  private void burst() {
    Chance chance = chance("burst");
    services.several(chance.of(estate.services()));
    estate.gateways().forEach(gatewayChanges::write);
    weather.nextOf(
        "storm.duplicated", 50, "EVENT", new dev.lockstep.simulator.fault.Effect.Duplicate(5));
    check();
    check();
  }

  private void drift() {
    if (driftOn) {
      check();
    }
    stage.after(DRIFT, this::drift);
  }

  private void check() {
    workers.runBeside("checks for drift", AppProcess::driftCheck);
  }

  private Turnstile turnstile(String name) {
    return new Turnstile(
        name, stage, strands, chance(name), crashes, () -> trouble, tally, history);
  }

  private Outside outside(Gate gate) {
    return new Outside(door::handle, storage, time, gate);
  }

  /** For looks that are no part of the life. */
  private static Gate plain() {
    return new Gate() {
      @Override
      public <T> T pass(Call call, java.util.function.Supplier<T> effect) {
        return effect.get();
      }
    };
  }

  private Chance chance(String purpose) {
    return new Chance(seed, purpose);
  }
}
