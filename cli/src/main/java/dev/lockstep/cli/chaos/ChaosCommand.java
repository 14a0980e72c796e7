package dev.lockstep.cli.chaos;

import dev.lockstep.azure.SystemTicker;
import dev.lockstep.port.Ticker;
import dev.lockstep.simulator.chaos.Coverage;
import dev.lockstep.simulator.chaos.LifeReport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lives many lives of the app in the simulated world, and says what must not have happened. */
@Command(
    name = "chaos",
    description = {
      "Runs the app in a simulated Azure on a virtual clock, each seed another life, with faults,"
          + " crashes and other writers.",
      "Ends with status 1 when something happened that must not."
    },
    mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
  private static final int ENOUGH_TO_MEET_ALL = 200;
  private static final int MOST_SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      defaultValue = "200",
      description = "How many lives (default: ${DEFAULT-VALUE}).")
  private long seeds;

  @Option(
      names = "--from",
      defaultValue = "0",
      description = "The first seed (default: ${DEFAULT-VALUE}).")
  private long from;

  @Option(names = "--replay", description = "Tells the whole history of one seed.")
  private Long replay;

  @Option(
      names = "--threads",
      description = "How many lives at a time (default: as many as there are processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--break",
      description =
          "Puts a bug in: lease, blind-retry, trust-empty, drop-wake, snapshot-rollback,"
              + " stale-cover or ignore-intent. The first violation ends the run.")
  private String bug;

  @Override
  public Integer call() throws InterruptedException {
    Break broken = bug == null ? Break.NONE : named();
    if (seeds < 1 || threads < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds and --threads must be 1 or more");
    }
    Lives lives = new Lives(broken, broken != Break.NONE);
    if (replay != null) {
      LifeReport report = lives.tell(replay);
      tell(report);
      return report.violations().isEmpty() ? 0 : 1;
    }
    return run(lives, broken);
  }

  private int run(Lives lives, Break broken) throws InterruptedException {
    Sum sum = new Sum();
    Ticker ticker = new SystemTicker();
    long began = ticker.nanos();
    lives.live(from, seeds, threads, sum::add);
    double seconds = (ticker.nanos() - began) / 1e9;
    PrintWriter out = spec.commandLine().getOut();
    List<LifeReport> failed = shown(sum.failed(), broken);
    failed.stream().findFirst().ifPresent(first -> tell(lives.tell(first.seed())));
    failed.stream()
        .limit(MOST_SHOWN)
        .forEach(
            one ->
                out.println(
                    "seed "
                        + one.seed()
                        + ": "
                        + broken.sign(one).orElse(one.violations().get(0))));
    table(sum, out);
    List<String> gaps =
        sum.seeds() < ENOUGH_TO_MEET_ALL || broken != Break.NONE
            ? List.of()
            : Coverage.gaps(new AppSubject(Reach.DIRECT, broken), sum.tally());
    gaps.forEach(out::println);
    out.println(
        String.format(
            Locale.ROOT,
            "chaos: %d seeds, %d violations, overtaken=%d reported=%d, %.1f seeds/s",
            sum.seeds(),
            sum.violations(),
            sum.overtaken(),
            sum.reported(),
            sum.seeds() / seconds));
    out.flush();
    return sum.violations() == 0 && gaps.isEmpty() ? 0 : 1;
  }

  /** First the lives that show the bug that was put in. */
  private static List<LifeReport> shown(List<LifeReport> failed, Break broken) {
    return failed.stream().sorted(Comparator.comparing(one -> broken.sign(one).isEmpty())).toList();
  }

  private void table(Sum sum, PrintWriter out) {
    out.println(
        "ARM by its adapter in every %dth life, storage by its SDKs in every %dth; in the others straight to the simulated world"
            .formatted(Reach.ARM_EVERY, Reach.STORAGE_EVERY));
    Coverage.wanted(new AppSubject(Reach.DIRECT, Break.NONE))
        .forEach(name -> sum.tally().add(name, 0));
    sum.tally()
        .counts()
        .forEach((name, count) -> out.println(String.format(Locale.ROOT, "%9d  %s", count, name)));
  }

  private void tell(LifeReport report) {
    PrintWriter out = spec.commandLine().getOut();
    report.history().forEach(out::println);
    out.println("seed " + report.seed() + ": " + report.violations().size() + " violations");
    report.violations().forEach(violation -> out.println("  " + violation));
    out.flush();
  }

  private Break named() {
    return Arrays.stream(Break.values())
        .filter(one -> one != Break.NONE && one.word().equals(bug))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--break must be one of "
                        + Arrays.stream(Break.values())
                            .filter(one -> one != Break.NONE)
                            .map(Break::word)
                            .toList()));
  }
}
