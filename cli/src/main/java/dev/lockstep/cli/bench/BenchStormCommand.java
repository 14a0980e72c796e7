package dev.lockstep.cli.bench;

import dev.lockstep.azure.SystemTicker;
import dev.lockstep.cli.chaos.StormRun;
import dev.lockstep.simulator.chaos.StormScale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets a storm of events pass over a large estate, and counts what it costs. */
@Command(
    name = "storm",
    description = {
      "Lets thousands of mixed events and alerts come in within two virtual minutes, around real"
          + " changes of every service and gateway.",
      "Ends with status 1 when a gateway took more than two PUTs, or anything did not come right."
    },
    mixinStandardHelpOptions = true)
public final class BenchStormCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What chance is drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--events",
      defaultValue = "10000",
      description = "Deliveries besides those of the changes (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--gateways",
      defaultValue = "20",
      description = "Gateways (default: ${DEFAULT-VALUE}).")
  private int gateways;

  @Option(
      names = "--bindings",
      defaultValue = "50",
      description = "Bindings, a service for every five (default: ${DEFAULT-VALUE}).")
  private int bindings;

  @Override
  public Integer call() {
    StormRun run = StormRun.of(scale(), new SystemTicker());
    new StormLines(run, spec.commandLine().getOut()).print();
    return run.report().violations().isEmpty() ? 0 : 1;
  }

  private StormScale scale() {
    try {
      return new StormScale(seed, gateways, bindings, events);
    } catch (IllegalArgumentException outOfBounds) {
      throw new ParameterException(spec.commandLine(), outOfBounds.getMessage(), outOfBounds);
    }
  }
}
