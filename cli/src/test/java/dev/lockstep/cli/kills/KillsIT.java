package dev.lockstep.cli.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.token.Principals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Workers in processes of their own, on real blobs and queues of Azurite, killed by SIGKILL while
 * the world changes and others write the same gateways: each kill strikes an instance that has the
 * lease of a target, before it gets the answer to a request, and the kills go through all phases of
 * a run. In the end somebody writes just before a PUT is carried out. What must hold is read from
 * the simulator's audit, which knows nothing of the app, and from what is there in the end.
 *
 * <p>{@code -Dlockstep.kills.seed=N} draws another life (an odd one has If-Match honoured), as far
 * as real time lets it be repeated; {@code -Dlockstep.kills.rounds=N} makes it longer.
 */
class KillsIT {
  private static final int SITES = 6;
  private static final int WORKERS = 3;
  private static final Duration CHANGE_AGAIN = Duration.ofSeconds(4);
  private static final int LOOK_MILLIS = 400;
  private static final Duration GATEWAY_LATENCY = Duration.ofMillis(700);

  /** A lease of a dead worker, and the rest of an intent that it left: docs/protocol.md. */
  private static final Duration PEACE = Duration.ofMinutes(4);

  private final long seed = Long.getLong("lockstep.kills.seed", 2);
  private final int rounds = Integer.getInteger("lockstep.kills.rounds", 5);
  private final Random random = new Random(seed);
  private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);

  @Test
  void killedWorkersLoseNothingHarmNothingAndLeaveNothingBehind() throws Exception {
    long begun = System.nanoTime();
    try (KillWorld world = KillWorld.start(seed, SITES, WORKERS, Map.of());
        Troubles troubles = new Troubles(world, random)) {
      try {
        live(world, troubles);
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError(
            "seed %d:%n%s%n%n%s%n%nworkers said:%n%s"
                .formatted(seed, failed.getMessage(), troubles.history(), world.crew().problems()),
            failed);
      }
      if (Boolean.getBoolean("lockstep.kills.told")) {
        System.out.println(troubles.history());
      }
      Judgement all = new Judgement(world.audit());
      System.out.printf(
          "kills: seed %d, %d kills, all of busy workers %s, %d requests, %d gateway PUTs, %d overtaken"
              + " and reported, %d honoured, %d s%n",
          seed,
          rounds,
          kills,
          world.requestsOfApp(),
          all.puts().size(),
          all.overtaken(),
          all.honoured(),
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }
  }

  private void live(KillWorld world, Troubles troubles) throws Exception {
    troubles.begin(seed % 2 != 0);
    for (int round = 0; round < rounds; round++) {
      for (int change = 0; change <= random.nextInt(3); change++) {
        troubles.change();
      }
      await("most workers serve", PEACE, () -> starting(world));
      Phase phase = phase(round);
      String victim = strike(world, troubles, phase);
      kills.merge(phase, 1, Integer::sum);
      troubles.tell(
          "killed " + victim + " in phase " + phase + ", requests: " + world.requestsOfApp(), 200);
      world.crew().hire();
    }
    troubles.end();
    world.crew().awaitAll();
    writeInBetween(world, troubles);

    await("all is as it is wanted", PEACE, () -> lacks(world, troubles));
    troubles.tell("all is as it is wanted", 200);
    await("every overtaken write is reported", PEACE, () -> silent(world));

    Judgement all = new Judgement(world.audit());
    SoftAssertions hold = new SoftAssertions();
    hold.assertThat(all.puts()).as("gateway writes").isNotEmpty();
    hold.assertThat(told(all.idle())).as("writes that changed nothing").isEmpty();
    hold.assertThat(told(all.wrong())).as("requests that were wrong").isEmpty();
    hold.assertThat(told(all.deletions(troubles.retired()))).as("deleted though wanted").isEmpty();
    hold.assertThat(all.overlapping(GATEWAY_LATENCY)).as("writes that overlap").isEmpty();
    if (seed % 2 != 0) {
      hold.assertThat(all.overtaken()).as("overtaken though If-Match is honoured").isZero();
    } else {
      hold.assertThat(reports(world))
          .as("overtaken writes are reported by the name of their writer")
          .anyMatch(report -> report.contains(Principals.COLLEAGUE.objectId()));
    }
    hold.assertThat(kills.values().stream().mapToInt(n -> n).sum()).as("kills").isEqualTo(rounds);
    hold.assertThat(world.store().poisoned()).as("messages given up").isZero();
    for (Site site : world.sites()) {
      hold.assertThat(WakeChain.breaks(world.store().journal(site), rounds))
          .as("" + site)
          .isEmpty();
    }
    hold.assertAll();
  }

  /** All phases come up, in an order that the seed begins. */
  private Phase phase(int round) {
    List<Phase> all = List.of(Phase.values());
    return all.get((int) Math.floorMod(round + seed, (long) all.size()));
  }

  /** Kills an instance in a phase; things change until one has been in it. Its name. */
  private static String strike(KillWorld world, Troubles troubles, Phase phase) throws Exception {
    troubles.slowGateways(phase == Phase.UNDER_WAY);
    CompletableFuture<String> struck = world.kill(phase);
    long end = System.nanoTime() + PEACE.toNanos();
    try {
      while (true) {
        troubles.addSomewhere();
        try {
          return struck.get(CHANGE_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          assertThat(System.nanoTime()).as("nobody was in phase " + phase).isLessThan(end);
        }
      }
    } finally {
      Trap.clear();
      troubles.slowGateways(false);
    }
  }

  /**
   * Somebody else's write comes just before a PUT is carried out, again and again until it was
   * overtaken, or honoured.
   */
  private void writeInBetween(KillWorld world, Troubles troubles) throws Exception {
    long before = met(world);
    long end = System.nanoTime() + PEACE.toNanos();
    while (met(world) == before) {
      assertThat(System.nanoTime()).as("no write in between was met").isLessThan(end);
      troubles.writeInBetween();
      troubles.addSomewhere();
      long again = System.nanoTime() + CHANGE_AGAIN.toNanos();
      while (met(world) == before && System.nanoTime() < again) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
    troubles.end();
  }

  /** How many writes of others were overtaken; with an odd seed, how many were honoured. */
  private long met(KillWorld world) {
    Judgement all = new Judgement(world.audit());
    return seed % 2 != 0 ? all.honoured() : all.overtaken();
  }

  private static List<String> reports(KillWorld world) {
    List<String> reports = new ArrayList<>();
    for (Site site : world.sites()) {
      world
          .store()
          .state(site)
          .at("/writing/overtaking/reports")
          .forEach(report -> reports.add(report.toString()));
    }
    return reports;
  }

  private static List<String> starting(KillWorld world) {
    int serving = world.crew().size();
    return serving >= WORKERS - 1 ? List.of() : List.of(serving + " serve");
  }

  private static List<String> lacks(KillWorld world, Troubles troubles) {
    Published published = new Published(world.operator());
    List<String> lacks = new ArrayList<>();
    for (Site site : world.sites()) {
      String mine = "s%d-".formatted(site.number());
      lacks.addAll(
          published.lacks(
              site,
              Set.copyOf(
                  troubles.retired().stream().filter(host -> host.startsWith(mine)).toList())));
    }
    return lacks;
  }

  private static List<String> silent(KillWorld world) {
    Judgement all = new Judgement(world.audit());
    List<String> silent = new ArrayList<>();
    for (Site site : world.sites()) {
      silent.addAll(told(all.silent(site, world.store().state(site))));
    }
    return silent;
  }

  private static List<String> told(List<AuditEntry> entries) {
    return entries.stream().map(entry -> entry.toJson().toString()).toList();
  }

  private static void await(String what, Duration limit, Supplier<List<String>> lacks)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (List<String> now = lacks.get(); !now.isEmpty(); now = lacks.get()) {
      assertThat(System.nanoTime()).as(what + "; lacking " + now).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
