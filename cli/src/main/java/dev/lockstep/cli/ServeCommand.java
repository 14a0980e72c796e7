package dev.lockstep.cli;

import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.story.Narrator;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.cli.world.RunningWorld;
import dev.lockstep.cli.world.WorldPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the demo's world running for exploring. */
@Command(
    name = "serve",
    description = "The demo's world, kept running for exploring with curl or any ARM client.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private WorldOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop by itself after this time, such as PT10M. Without: on Ctrl-C or SIGTERM.")
  private Duration limit;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Narrator narrator = new Narrator(out, Terminal.isWanted());
    WorldPlan plan = WorldPlan.serve(options.audit(), options.verbose());
    try (Stop stop = new Stop();
        RunningWorld world = RunningWorld.start(plan, narrator)) {
      Ready ready = world.ready();
      new FunctionsClient(ready)
          .post("resync/" + ready.text("targetId"), "application/json")
          .orThrow("the first resync");
      new ServeHints(narrator, ready).print();
      if (options.readyFile().isPresent()) {
        ready.writeTo(options.readyFile().orElseThrow());
      }
      boolean asked = stop.await(Optional.ofNullable(limit));
      narrator.line(asked ? "Stopping." : "Stopping after " + limit + ".");
    }
    return 0;
  }
}
