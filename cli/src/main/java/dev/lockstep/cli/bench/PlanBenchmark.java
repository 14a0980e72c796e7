package dev.lockstep.cli.bench;

import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Planner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long one plan takes, by size of the gateway. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {
  /** Listeners, rules, pools and host names of ours. */
  @Param("100x400x100x10")
  public String size;

  /** {@code fresh}: everything of ours is new; {@code settled}: nothing is to do. */
  @Param({"settled", "fresh"})
  public String world;

  private PlanInput input;

  /** Lays the world. */
  @Setup
  public void setup() {
    int[] n = java.util.Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
    input =
        world.equals("fresh")
            ? PlanWorld.fresh(n[0], n[1], n[2], n[3])
            : PlanWorld.settled(n[0], n[1], n[2], n[3]);
  }

  /** One plan. */
  @Benchmark
  public Plan plan() {
    return Planner.plan(input);
  }
}
