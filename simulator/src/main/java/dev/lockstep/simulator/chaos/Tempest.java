package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.chaos.StormEvents.Blow;
import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.storage.StorageServer;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A storm over a large estate. All is published and calm; then, within seconds, each service gets
 * new host names or loses some, half of the gateways are written by others, record sets are changed
 * and certificates renewed, and for two minutes thousands of deliveries come in that tell of this
 * and of much else. What that may cost is two PUTs per gateway: one that may come before all
 * changes have, and one after.
 *
 * <p>A gateway update takes a minute here, and a service update 10 to 40 seconds: what really takes
 * longer is in the same proportion.
 */
public final class Tempest {
  /** How many PUTs of each gateway a storm may cost. */
  public static final int MOST_PUTS = 2;

  private static final String QUEUE = "lockstep-signals";
  private static final Duration DRIFT = Duration.ofMinutes(15);
  private static final Duration PEACE = Duration.ofMinutes(31);
  private static final Duration BLOWS = Duration.ofMinutes(2);
  private static final Duration SETTLED = Duration.ofMinutes(10);
  private static final Duration OFTEN = Duration.ofSeconds(10);
  private static final Duration RARELY = Duration.ofMinutes(5);
  private static final int BREAKS_WITHIN = 10;
  private static final int PROCESSES = 3;

  private final StormScale scale;
  private final Strands strands;
  private final Subject subject;
  private final Estate estate;
  private final VirtualTime time = new VirtualTime();
  private final Stage stage = new Stage(time);
  private final Tally deliveries = new Tally();
  private final History history;
  private final Violations violations;
  private final Relay relay = new Relay();
  private final Azure azure;
  private final StorageServer storage;
  private final MessageQueue queue;
  private final GatewayJudge gateways;
  private final RecordJudge records;
  private final Door door;
  private final StormHost host;
  private final Oracle oracle;
  private final Truth truth;
  private long own;

  private static final class Relay implements EventSink {
    private EventSink sink = EventSink.NONE;

    @Override
    public void emit(SimulatedEvent event) {
      sink.emit(event);
    }
  }

  private Tempest(StormScale scale, Subject subject, Strands strands, Pki pki) {
    this.scale = scale;
    this.subject = subject;
    this.strands = strands;
    this.estate = Estate.large(scale.gateways(), scale.bindings());
    history = new History(time, false);
    violations = new Violations(history);
    SimulatorOptions options =
        SimulatorOptions.DEFAULT
            .withEmpty(true)
            .withSeed(scale.seed())
            .withClock(time)
            .withEventSink(relay);
    options =
        options.withLatencies(
            options
                .latencies()
                .withGateway(Duration.ofSeconds(60))
                .withApim(chance("apim").seconds(10, 40)));
    azure = new Azure(options, Audit.inMemory(), relay, pki);
    stage.use(azure.world());
    estate.lay(azure, chance("lay"));
    int[] ids = {0};
    storage =
        new StorageServer(
            Life.ACCOUNT, Life.KEY, time, token -> true, () -> "id-" + ids[0]++, name -> false);
    storage.queues().create(QUEUE, Map.of());
    queue = storage.queues().queue(QUEUE);
    truth = new Truth(azure.world());
    gateways =
        new GatewayJudge(estate.publications(), truth, options.switches().ifMatch(), violations);
    records = new RecordJudge(estate.publications(), truth, violations);
    azure.world().resources().all(Gateway.class).forEach(gateways::foreign);
    azure.world().resources().all(RecordSet.class).forEach(records::foreign);
    door = new Door(azure, gateways, records, new Tally(), history);
    host = new StormHost(stage, strands, chance("host"), queue, violations);
    Grid grid = new Grid(stage, strands, this::deliver, storage.blobs(), azure.faults());
    relay.sink = grid.delivery();
    grid.subscribe(chance("schema").of(List.of(EventSchema.values())));
    oracle = new Oracle(azure, estate, truth, gateways, records);
  }

  /**
   * Lets a storm pass over a calm estate.
   *
   * @param breaks is told when the storm breaks
   */
  public static StormReport pass(
      StormScale scale, Subject subject, Strands strands, Pki pki, Runnable breaks) {
    return new Tempest(scale, subject, strands, pki).pass(breaks);
  }

  private StormReport pass(Runnable breaks) {
    try {
      for (int i = 0; i < PROCESSES; i++) {
        host.start(subject.start(estate.publications(), outside()));
      }
      drift();
      strands.runUntil(stage, stage.now().plus(PEACE));
      List<String> before = oracle.problems();
      if (!before.isEmpty()) {
        throw new IllegalStateException("the estate was not published before: " + before);
      }
      breaks.run();
      return storm();
    } finally {
      strands.endAll();
    }
  }

  private StormReport storm() {
    Map<String, Long> puts = new HashMap<>();
    estate.gateways().forEach(id -> puts.put(id.name(), gateways.puts().of(id.key())));
    long worked = host.worked();
    Instant began = stage.now();
    own = 0;
    change();
    blow(began);
    Instant end = began.plus(Duration.ofHours(1));
    Instant converged = began;
    while (stage.now().isBefore(end)) {
      boolean settled = stage.now().isAfter(began.plus(SETTLED));
      strands.runUntil(stage, stage.now().plus(settled ? RARELY : OFTEN));
      if (!oracle.problems().isEmpty()) {
        converged = stage.now();
      }
    }
    oracle.problems().forEach(problem -> violations.add("not converged: " + problem));
    queue.all().forEach(message -> violations.add("left in the queue: " + message.text()));
    subject.leftovers(outside()).forEach(left -> violations.add("left: " + left));
    Map<String, Long> cost = new TreeMap<>();
    for (ResourceId id : estate.gateways()) {
      long times = gateways.puts().of(id.key()) - puts.get(id.name());
      cost.put(id.name(), times);
      if (times > MOST_PUTS) {
        violations.add(id.name() + " took " + times + " PUTs");
      }
    }
    return new StormReport(
        violations.all(),
        cost,
        deliveries.counts(),
        own,
        host.worked() - worked,
        Duration.between(began, converged));
  }

  /** What really changes, all of it begun within seconds. */
  private void change() {
    Colleague colleague = new Colleague(azure.arm());
    ServiceChanges services =
        new ServiceChanges(azure, colleague, truth, stage, chance("services"), history);
    GatewayChanges writes =
        new GatewayChanges(azure, colleague, gateways, stage, chance("gateways"), history);
    RecordChanges recordChanges =
        new RecordChanges(azure, colleague, records, chance("records"), history);
    Chance chance = chance("change");
    Weather weather = new Weather(azure.faults(), stage, new Tally(), history);
    weather.nextOf("duplicated", scale.gateways(), "EVENT", new Effect.Duplicate(3));
    List<Runnable> all = new ArrayList<>();
    for (ResourceId service : estate.services()) {
      all.add(() -> services.several(service));
      all.add(() -> services.renew(service));
      all.add(() -> recordChanges.writeTheirs(Estate.zoneOf(service)));
      all.add(recordChanges::editOurs);
      all.add(recordChanges::deleteOurs);
    }
    estate.gateways().stream()
        .filter(id -> chance.oneIn(2))
        .forEach(id -> all.add(() -> writes.write(id)));
    all.forEach(one -> stage.after(chance.seconds(0, BREAKS_WITHIN), one));
  }

  private void blow(Instant began) {
    StormEvents events = new StormEvents(estate, chance("events"), began);
    Chance chance = chance("blows");
    for (int i = 0; i < scale.events(); i++) {
      Blow blow = events.next();
      deliveries.add(blow.kind().words());
      stage.after(
          chance.between(Duration.ZERO, BLOWS),
          () ->
              host.runBeside(
                  app -> {
                    if (blow.alert()) {
                      app.alert(blow.payload());
                    } else {
                      app.event(blow.payload());
                    }
                  }));
    }
  }

  private boolean deliver(String body) {
    own++;
    return host.run(app -> app.event(body));
  }

  private void drift() {
    host.runBeside(AppProcess::driftCheck);
    stage.after(DRIFT, this::drift);
  }

  private Outside outside() {
    return new Outside(door::handle, storage, time, new Passage());
  }

  /** Time passes in each call, and other work goes on. */
  private final class Passage implements Gate {
    @Override
    public <T> T pass(Call call, java.util.function.Supplier<T> effect) {
      if (call.usual().isZero()) {
        return effect.get();
      }
      strands.sleep(stage, call.usual().dividedBy(2));
      T result = effect.get();
      strands.sleep(stage, call.usual().dividedBy(2));
      return result;
    }
  }

  private Chance chance(String purpose) {
    return new Chance(scale.seed(), purpose);
  }
}
