package dev.lockstep.cli.rollover;

import dev.lockstep.cli.story.Broken;
import dev.lockstep.cli.story.Narrator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * All phases at the same time, each on a service and a gateway of its own. The one whose worker is
 * killed has a world of its own.
 */
public final class Rehearsal {
  private static final int TALKATIVE = 3;

  private final Plan plan;
  private final Narrator narrator;

  /** A rehearsal that tells how it goes. */
  public Rehearsal(Plan plan, Narrator narrator) {
    this.plan = plan;
    this.narrator = narrator;
  }

  /** Plays everything, prints the last line, and tells whether all of it held. */
  public boolean play() throws InterruptedException {
    List<Site> sites = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      plan.trials(phase).forEach(trial -> sites.add(new Site(phase, trial, sites.size())));
    }
    narrator.line(
        "Laying %d services behind %d gateways, each with three host names …"
            .formatted(sites.size(), sites.size()));
    List<Score> scores = new ArrayList<>();
    try (Authorities authorities = new Authorities();
        Board board = new Board(narrator)) {
      List<Callable<List<Score>>> worlds = new ArrayList<>();
      for (boolean killed : List.of(false, true)) {
        List<Site> some =
            sites.stream().filter(site -> (site.phase() == Phase.KILLED) == killed).toList();
        if (!some.isEmpty()) {
          worlds.add(() -> playIn(some, authorities, board));
        }
      }
      all(worlds).forEach(scores::addAll);
    } catch (Broken broken) {
      narrator.fail(broken.getMessage());
      return false;
    }
    narrator.line("");
    narrator.line(lastLine(scores));
    return scores.stream().allMatch(Score::held);
  }

  private List<Score> playIn(List<Site> sites, Authorities authorities, Board board)
      throws IOException, InterruptedException {
    try (World world = World.start(sites, authorities, plan.audit(), this::ofApp)) {
      List<Rollover> rollovers =
          sites.stream().map(site -> new Rollover(site, world, plan, this::told)).toList();
      for (Rollover rollover : rollovers) {
        Patience.await("the gateway publishes the host names", rollover.look()::published);
      }
      if (!plan.lockstep()) {
        world.stopApp();
        narrator.line("Everything is published. Now Lockstep is stopped.");
      }
      return all(
          rollovers.stream()
              .<Callable<Score>>map(rollover -> () -> play(rollover, board))
              .toList());
    }
  }

  private Score play(Rollover rollover, Board board) {
    board.add(rollover.traffic());
    Score score = rollover.play();
    if (score.held()) {
      narrator.check(score.line());
    } else {
      narrator.fail(score.line());
      score.problems().forEach(problem -> narrator.say("  " + problem));
      score.failures().forEach(failure -> narrator.say("  failed: " + failure));
    }
    return score;
  }

  private void told(String line) {
    if (plan.phases().size() < TALKATIVE) {
      narrator.say(line);
    }
  }

  private void ofApp(String line) {
    if (plan.verbose() || line.contains("ERROR") || line.contains("SEVERE")) {
      narrator.say("app: " + line);
    }
  }

  private static <T> List<T> all(List<Callable<T>> work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Broken broken) {
        throw broken;
      }
      throw new IllegalStateException("the rehearsal failed", failed.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private static String lastLine(List<Score> scores) {
    return "rollover: %d requests, %d failed, %d puts, handshakes=%d newLeafServed=%s oldRootGone=%s"
        .formatted(
            scores.stream().mapToLong(Score::requests).sum(),
            scores.stream().mapToLong(Score::failed).sum(),
            scores.stream().mapToLong(Score::puts).sum(),
            scores.stream().mapToLong(Score::handshakes).sum(),
            yes(scores, Score::newLeafServed),
            yes(scores, Score::oldRootGone));
  }

  private static String yes(List<Score> scores, Function<Score, Optional<Boolean>> of) {
    return scores.stream().allMatch(score -> of.apply(score).orElse(true)) ? "yes" : "no";
  }
}
