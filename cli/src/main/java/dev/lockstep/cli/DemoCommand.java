package dev.lockstep.cli;

import dev.lockstep.cli.audit.AuditFile;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.story.DemoScenes;
import dev.lockstep.cli.story.Narrator;
import dev.lockstep.cli.story.Stage;
import dev.lockstep.cli.story.Story;
import dev.lockstep.cli.world.RunningWorld;
import dev.lockstep.cli.world.WorldPlan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Plays the story of the README in the terminal and says by its exit status whether all of it held.
 */
@Command(
    name = "demo",
    description =
        "A simulated estate, the function app, and the whole story, checked by the audit.",
    subcommands = RolloverCommand.class,
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private WorldOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Narrator narrator = new Narrator(out, Terminal.isWanted());
    WorldPlan plan = WorldPlan.demo(options.audit(), options.verbose());
    try (RunningWorld world = RunningWorld.start(plan, narrator)) {
      if (options.readyFile().isPresent()) {
        world.ready().writeTo(options.readyFile().orElseThrow());
      }
      Stage stage =
          new Stage(
              world.ready(),
              new ArmClient(world.ready()),
              new FunctionsClient(world.ready()),
              new AuditFile(world.audit()),
              world.events()::lose,
              narrator);
      return new Story(stage, DemoScenes.all()).play() ? 0 : 1;
    }
  }
}
