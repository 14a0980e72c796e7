package dev.lockstep.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the planner with JMH. */
@Command(
    name = "plan",
    description = "Measures how long a plan takes, and how that grows with host names.",
    mixinStandardHelpOptions = true)
public final class BenchPlanCommand implements Callable<Integer> {
  private static final String BASE = "100x400x100x10";
  private static final String LARGER = "100x400x100x40";

  @Spec private CommandSpec spec;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "Measured iterations of one second (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--like-worker",
      description = "With the compiler that the Functions Java worker starts with (C1 only).")
  private boolean likeWorker;

  @Override
  public Integer call() throws RunnerException {
    PrintWriter out = spec.commandLine().getOut();
    List<RunResult> results = new ArrayList<>(new Runner(options().build()).run());
    for (String world : List.of("settled", "fresh")) {
      double base = micros(results, world, BASE);
      double larger = micros(results, world, LARGER);
      out.printf(
          Locale.ROOT,
          "bench plan: %s: 100 listeners, 400 rules, 100 pools, 10 host names of ours: %.3f ms per"
              + " plan; with four times the host names (40): %.3f ms, %.1f times as long%n",
          world,
          base / 1000,
          larger / 1000,
          larger / base);
    }
    out.flush();
    return 0;
  }

  private ChainedOptionsBuilder options() {
    List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx1g"));
    if (likeWorker) {
      jvm.add("-XX:TieredStopAtLevel=1");
    }
    return new OptionsBuilder()
        .include(PlanBenchmark.class.getName())
        .param("size", BASE, LARGER)
        .forks(1)
        .warmupIterations(iterations)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.seconds(1))
        .jvmArgs(jvm.toArray(String[]::new))
        .verbosity(VerboseMode.SILENT);
  }

  private static double micros(List<RunResult> results, String world, String size) {
    return results.stream()
        .filter(r -> r.getParams().getParam("world").equals(world))
        .filter(r -> r.getParams().getParam("size").equals(size))
        .mapToDouble(r -> r.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
