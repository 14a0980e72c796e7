package dev.lockstep.cli.rollover;

import dev.lockstep.cli.rollover.Authorities.Wish;
import dev.lockstep.cli.rollover.Phase.Trial;
import dev.lockstep.cli.story.Broken;
import dev.lockstep.simulator.audit.AuditEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One phase on one site while clients call.
 *
 * <pre>
 * step                                      | with the app   | without
 * ------------------------------------------+----------------+--------------
 * certificates are renewed in the vault     | done           | done
 * the gateway trusts old and new            | awaited        | passed over
 * the listener presents the new ones        | awaited        | passed over
 * the service takes the new ones            | let happen     | let happen
 * the gateway trusts the new ones only      | awaited        | passed over
 * </pre>
 */
final class Rollover {
  private static final int WARM_UP = 50;

  /** Longer than a gateway keeps connections that were made before a switch. */
  private static final long AFTERWARDS = 2 * World.REUSE.dividedBy(Traffic.PACE);

  private static final int MOST_PUTS = 3;
  private static final int QUIET_LOOKS = 3;
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);

  private final Site site;
  private final World world;
  private final Plan plan;
  private final Consumer<String> told;
  private final Look look;
  private final Puts puts;
  private final Traffic traffic;
  private final List<String> problems = new ArrayList<>();
  private final Set<X509Certificate> earlier = new HashSet<>();
  private Issued current;
  private long switched;

  Rollover(Site site, World world, Plan plan, Consumer<String> told) {
    this.site = site;
    this.world = world;
    this.plan = plan;
    this.told = line -> told.accept(site.key() + ": " + line);
    look = new Look(world, site);
    puts = world.puts(site);
    traffic = new Traffic(site, world.entrance(site), world.anchors());
    current = world.registry().first(site);
  }

  Traffic traffic() {
    return traffic;
  }

  Look look() {
    return look;
  }

  Score play() {
    long begun = System.nanoTime();
    int mark = puts.mark();
    traffic.start();
    try {
      Patience.awaitCount("the first requests are answered", traffic::requests, WARM_UP);
      for (Optional<Wish> next : renewals()) {
        renew(next);
      }
      long wanted = Math.max(plan.requests(), switched + AFTERWARDS);
      Patience.awaitCount("enough requests were sent", traffic::requests, wanted);
    } catch (Broken broken) {
      problems.add(broken.getMessage());
    } finally {
      traffic.close();
    }
    return score(mark, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Where only what is presented is seen, the first renewal is the end of the story. */
  private List<Optional<Wish>> renewals() {
    List<Optional<Wish>> all = Course.of(site.phase()).renewals();
    return site.trial() == Trial.PRESENTED ? all.subList(0, 1) : all;
  }

  private void renew(Optional<Wish> wish) {
    int mark = puts.mark();
    Issued next = world.registry().renew(site, wish);
    told.accept("renewed in the vault");
    if (site.trial() == Trial.PRESENTED) {
      findingComesFirst(mark);
      return;
    }
    if (site.phase() == Phase.KILLED && plan.lockstep()) {
      Patience.await("the app writes the gateway", () -> !puts.since(mark).isEmpty());
      world.killWorker();
      told.accept("the worker was killed after its PUT, and another one runs");
    }
    boolean managed = site.phase() == Phase.MANAGED;
    if (!managed) {
      expect("the gateway trusts old and new", () -> look.trusts(current, next));
    }
    expect("the listeners present the new certificates", () -> listenersPresent(next));
    if (site.phase() == Phase.LATE && plan.lockstep()) {
      hoursPass();
    }
    if (!managed) {
      world.registry().hold(site, false);
      Patience.await(
          "API Management presents the new certificates", () -> look.servicePresents(next));
      switched = traffic.requests();
      told.accept("API Management has taken the new certificates");
      world.registry().hold(site, true);
      earlier.addAll(current.anchors());
    }
    current = next;
    if (!managed) {
      expect("the gateway trusts the new only", () -> look.trustsOnly(current, earlier));
    }
    count(puts.since(mark));
  }

  /** The app looks again and again while the service takes its time; nothing is to be written. */
  private void hoursPass() {
    int mark = puts.mark();
    Patience.await(
        "the app has looked " + QUIET_LOOKS + " times", () -> puts.readsSince(mark) >= QUIET_LOOKS);
    require("nothing was written meanwhile", puts.since(mark).isEmpty());
  }

  private void findingComesFirst(int mark) {
    Patience.await(
        "the app warns that it does not know the new root", ASK_EVERY, look::undetermined);
    require("API Management still presents the old certificates", look.servicePresents(current));
    require("nothing was guessed", puts.since(mark).stream().noneMatch(Puts::changed));
    told.accept("the app warns before API Management switches");
  }

  private void count(List<AuditEntry> sent) {
    require("at most " + MOST_PUTS + " PUTs, not " + sent.size(), sent.size() <= MOST_PUTS);
    require("nothing of others was changed", sent.stream().noneMatch(Puts::changedForeign));
    if (site.phase() == Phase.POLL && plan.lockstep()) {
      require(
          "one PUT of the same document made the gateway look, not " + sent.size(),
          sent.size() == 1 && !Puts.changed(sent.get(0)));
    }
  }

  private boolean listenersPresent(Issued issued) {
    return site.hosts().stream()
        .allMatch(host -> traffic.leaf(host).equals(Optional.of(issued.leaves().get(host))));
  }

  private void expect(String what, BooleanSupplier holds) {
    if (plan.lockstep()) {
      Patience.await(what, holds);
      told.accept(what);
    }
  }

  private void require(String what, boolean holds) {
    if (!holds) {
      problems.add("it does not hold that " + what);
    }
  }

  private Score score(int mark, Duration took) {
    boolean undetermined = site.trial() == Trial.PRESENTED;
    boolean managed = site.phase() == Phase.MANAGED;
    boolean served = listenersPresent(current) && (managed || look.servicePresents(current));
    boolean leaves = !Look.gone(current, earlier).isEmpty();
    return new Score(
        site,
        traffic.requests(),
        traffic.failed(),
        traffic.handshakes(),
        puts.since(mark).size(),
        undetermined ? Optional.empty() : Optional.of(served),
        undetermined || !leaves ? Optional.empty() : Optional.of(look.trustsOnly(current, earlier)),
        problems,
        traffic.failures(),
        took);
  }
}
