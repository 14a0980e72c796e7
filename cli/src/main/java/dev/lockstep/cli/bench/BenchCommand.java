package dev.lockstep.cli.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measurements, each a subcommand. */
@Command(
    name = "bench",
    description = "Measures, and prints what was measured.",
    subcommands = {
      BenchPlanCommand.class,
      BenchSimulatorCommand.class,
      BenchStormCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand {}
