package dev.lockstep.cli;

import dev.lockstep.cli.bench.BenchCommand;
import dev.lockstep.cli.chaos.ChaosCommand;
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
      BenchCommand.class,
      ChaosCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
