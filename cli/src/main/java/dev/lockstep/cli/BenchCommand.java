package dev.lockstep.cli;

import dev.lockstep.cli.bench.SimulatorBench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the parts on this machine; each measurement is a command of its own. */
@Command(
    name = "bench",
    description = "Measures on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = BenchCommand.OfSimulator.class)
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "name what to measure: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Measures the simulator. */
  @Command(
      name = "simulator",
      description = "How many requests per second the simulated Azure takes.",
      mixinStandardHelpOptions = true)
  static final class OfSimulator implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--clients",
        defaultValue = "8",
        description = "Clients at the same time (${DEFAULT-VALUE}).")
    private int clients;

    @Option(
        names = "--seconds",
        defaultValue = "3",
        description = "Seconds for each kind of request (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws InterruptedException {
      if (clients < 1 || seconds < 1) {
        throw new ParameterException(
            spec.commandLine(), "--clients and --seconds must be 1 or more");
      }
      new SimulatorBench(clients, Duration.ofSeconds(seconds), spec.commandLine().getOut()).run();
      return 0;
    }
  }
}
