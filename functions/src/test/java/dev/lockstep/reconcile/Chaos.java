package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One life of a world from a seed: host names come and go, colleagues write, answers fail or get
 * lost, reads lag, processes die, and a second worker takes messages between any two calls of the
 * first. What colleagues wrote is there in the end, or its loss was reported. Then half an hour of
 * peace, after which everything must be as the service says.
 */
final class Chaos {
  private static final List<String> HOSTS =
      List.of("a.contoso.com", "b.contoso.com", "c.contoso.com");
  private static final String ALWAYS = "always.contoso.com";
  private static final String GOOD = "/good";
  private static final List<String> PROBES = List.of(GOOD, "/bad", "/other");

  private final SplittableRandom random;
  private final World world = new World();
  private final Set<String> listed = new TreeSet<>();
  private final List<String> history = new ArrayList<>();
  private final boolean ifMatchHonoured;
  private final Colleagues colleagues;
  private Duration lag = Duration.ZERO;
  private boolean nested;

  Chaos(long seed) {
    this.random = new SplittableRandom(seed);
    this.ifMatchHonoured = random.nextInt(3) == 0;
    world.azure().gateway().honoursIfMatch(ifMatchHonoured);
    world.azure().gateway().supersedes(random.nextBoolean());
    this.colleagues = new Colleagues(world, random);
  }

  void live() {
    try {
      world.azure().health(this::health);
      world.probePath(GOOD);
      world.azure().service().add(ALWAYS);
      world.converge();
      world.azure().beforeEachGatewayGet(this::maybeColleagueBeforeALook);
      world.azure().beforeEachGatewayPut(() -> maybeColleague(3));
      for (int i = 0; i < 12; i++) {
        startProcess();
        happen();
        world.run(Duration.ofSeconds(random.nextInt(200)));
        assertNothingWasLost();
      }
      settle();
      assertConverged();
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nhistory: " + history, e);
    }
  }

  /** Backends answer every probe but the bad one. */
  private String health(String pool, ObjectNode document) {
    for (JsonNode probe : document.path("properties").path("probes")) {
      boolean bad = probe.path("properties").path("path").asText().equals("/bad");
      String name = probe.path("name").asText();
      if (bad && pool.endsWith(name.substring(name.lastIndexOf('-') + 1))) {
        return "Unhealthy";
      }
    }
    return "Healthy";
  }

  /** What happened, for whoever looks into a seed. */
  List<String> history() {
    return history;
  }

  World world() {
    return world;
  }

  /** The effect comes before its event, or up to a minute after it. */
  private void happen() {
    boolean eventFirst = random.nextInt(3) == 0;
    Cause.Kind kind =
        random.nextBoolean() ? Cause.Kind.SERVICE_CHANGED : Cause.Kind.GATEWAY_CHANGED;
    if (eventFirst) {
      world.signal(kind).run(Duration.ofSeconds(random.nextInt(60)));
    }
    act();
    if (!eventFirst) {
      world.signal(kind);
    }
  }

  private void act() {
    String host = HOSTS.get(random.nextInt(HOSTS.size()));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> toggle(host);
      case 3 -> world.azure().service().moveTo(note("10.0.1." + (10 + random.nextInt(50))));
      case 4 -> note(colleagues.edit());
      case 5 -> note(colleagues.editSlowly());
      case 6 -> lag(Duration.ofSeconds(random.nextInt(60)));
      case 7 -> world.azure().loseAnswerOnce(r -> r.method() != Method.GET);
      case 8 -> world.azure().service().is(note("Updating"));
      case 9 -> world.azure().service().is(note("Succeeded"));
      case 10 -> world.probePath(note(PROBES.get(random.nextInt(PROBES.size()))));
      default -> fault();
    }
    world.signal(random.nextBoolean() ? Cause.Kind.SERVICE_CHANGED : Cause.Kind.GATEWAY_CHANGED);
  }

  private void lag(Duration duration) {
    lag = duration;
    world.azure().gateway().lags(duration);
  }

  private void toggle(String host) {
    if (listed.remove(host)) {
      world.azure().service().remove(note(host));
    } else {
      listed.add(host);
      world.azure().service().add(note(host));
    }
  }

  private void fault() {
    List<ArmAnswer> answers =
        List.of(
            new NoAnswer(true, "timed out"),
            new NoAnswer(false, "refused"),
            Errors.answer("arm.throttled.429"),
            Errors.answer("agw.put.locked.429"),
            Errors.answer("dns.parentNotFound.404"),
            Errors.answer("agw.put.authorizationFailed.403"));
    ArmAnswer answer = answers.get(random.nextInt(answers.size()));
    Method method =
        List.of(Method.GET, Method.PUT, Method.POST, Method.DELETE).get(random.nextInt(4));
    String part = List.of("applicationGateways", "service", "/A/", "/ALL").get(random.nextInt(4));
    note(method + " " + part + " " + answer);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      world.azure().answerOnce(r -> isAbout(r, method, part), answer);
    }
  }

  private static boolean isAbout(ArmRequest request, Method method, String part) {
    return request.method() == method && request.path().contains(part);
  }

  private String note(String what) {
    history.add(world.time().instant() + " " + what);
    return what;
  }

  /** The next process may die, and another works between its calls. */
  private void startProcess() {
    Fuse fuse =
        random.nextInt(3) == 0 ? Fuse.at(random.nextInt(60), random.nextBoolean()) : Fuse.never();
    world.restart(world.process(fuse, this::maybeAnotherWorker));
  }

  /**
   * A write that left reaches ARM within its time-out of 30 s or not at all; a process may stand
   * still for longer everywhere else. What comes later than that is told in docs/protocol.md.
   */
  private void maybeAnotherWorker(String call) {
    if (nested || random.nextInt(40) != 0) {
      return;
    }
    nested = true;
    boolean write = call.equals("arm PUT") || call.equals("arm DELETE");
    if (random.nextInt(3) == 0) {
      world.time().advance(Duration.ofSeconds(random.nextInt(write ? 29 : 90)));
    }
    world.deliverTo(world.process(Fuse.never()));
    nested = false;
  }

  /** A colleague writes just before a look or a write of ours. */
  /**
   * Where reads lag and If-Match is ignored, a look may be the first to see a document that was
   * replaced before it: nothing tells then that a write came between.
   */
  private void maybeColleagueBeforeALook() {
    if (ifMatchHonoured || lag.isZero()) {
      maybeColleague(12);
    }
  }

  private void maybeColleague(int oneIn) {
    if (random.nextInt(oneIn) == 0) {
      note(random.nextBoolean() ? colleagues.edit() : colleagues.editSlowly());
    }
  }

  private void assertNothingWasLost() {
    assertThat(world.azure().gateway().document().toString()).contains(ALWAYS);
    assertThat(world.azure().zone().addresses("always")).isPresent();
  }

  /** Peace: no faults, one process, the timer. */
  private void settle() {
    note("peace");
    world.azure().heal();
    world.azure().service().is("Succeeded");
    world.probePath(GOOD);
    world.azure().beforeEachGatewayGet(() -> {});
    world.azure().beforeEachGatewayPut(() -> {});
    lag(Duration.ZERO);
    world.restart(Fuse.never());
    for (int i = 0; i < 3; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(10));
    }
  }

  private void assertConverged() {
    String gateway = world.azure().gateway().document().toString();
    for (String host : HOSTS) {
      String record = host.substring(0, host.indexOf('.'));
      if (listed.contains(host)) {
        assertThat(gateway.contains(host)).as("gateway has " + host).isTrue();
        assertThat(world.azure().zone().addresses(record)).as(record).isPresent();
      } else {
        assertThat(gateway.contains(host)).as("gateway has " + host).isFalse();
        assertThat(world.azure().zone().addresses(record)).as(record).isEmpty();
      }
    }
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertNoOrphan();
    assertThat((long) world.azure().gateway().redundantPuts())
        .as("PUTs that changed nothing")
        .isLessThanOrEqualTo(world.remembered().aftercare().nudges().count());
    Set<String> doubtful = new TreeSet<>(colleagues.doubtful());
    doubtful.addAll(colleagues.lost());
    assertThat(colleagues.reported()).as("reported").containsAll(colleagues.lost());
    assertThat(doubtful).as("may be reported").containsAll(colleagues.reported());
    if (ifMatchHonoured) {
      assertThat(colleagues.lost()).as("lost").isEmpty();
    }
    assertThat(gateway).contains("shop.fabrikam.com", "keep me");
  }

  /** Whatever is named as ours stands in the owner record. */
  private void assertNoOrphan() {
    JsonNode properties = world.azure().gateway().document().path("properties");
    Set<String> owned = new TreeSet<>();
    world.remembered().holdings().owned().elements().keySet().forEach(k -> owned.add(k.name()));
    for (JsonNode collection : properties) {
      for (JsonNode element : collection) {
        String name = element.path("name").asText("");
        if (name.startsWith("ls-")) {
          assertThat(owned).contains(name);
        }
      }
    }
  }
}
