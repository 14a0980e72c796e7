package dev.lockstep.cli;

import dev.lockstep.cli.bench.BenchCommand;
import dev.lockstep.cli.chaos.ChaosCommand;
import dev.lockstep.simulator.HeadStart;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code lockstep} command. */
@Command(
    name = "lockstep",
    description = "Keeps Azure Application Gateway v2 and DNS in lockstep with API Management.",
    mixinStandardHelpOptions = true,
    version = "lockstep 0.1.0",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SimulatorCommand.class,
      PlanCommand.class,
      CertsCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  /** The commands that start a simulator; it gets ready while the command line is read. */
  private static final Set<String> WORLDS = Set.of("simulator", "serve", "demo");

  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && WORLDS.contains(arguments[0])) {
      HeadStart.begin();
    }
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
