package dev.lockstep.cli.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the simulator. */
@Command(
    name = "simulator",
    description = "Measures how many requests per second the simulated Azure takes.",
    mixinStandardHelpOptions = true)
public final class BenchSimulatorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--clients",
      defaultValue = "8",
      description = "Clients at the same time (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "Seconds for each kind of request (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() throws InterruptedException {
    if (clients < 1 || seconds < 1) {
      throw new ParameterException(spec.commandLine(), "--clients and --seconds must be 1 or more");
    }
    new SimulatorBench(clients, Duration.ofSeconds(seconds), spec.commandLine().getOut()).run();
    return 0;
  }
}
