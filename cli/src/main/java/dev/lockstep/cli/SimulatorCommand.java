package dev.lockstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.cli.world.SimulatorPlan;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the simulated Azure alone. */
@Command(
    name = "simulator",
    description = "The simulated Azure alone, until Ctrl-C, SIGTERM or the end of its time.",
    mixinStandardHelpOptions = true)
final class SimulatorCommand implements Callable<Integer> {
  @Option(names = "--empty", description = "Leave the demo estate out.")
  private boolean empty;

  @Option(
      names = "--latency",
      paramLabel = "NAME=MS",
      description = "How long something slow takes, such as gateway=500. May be repeated.")
  private List<String> latencies = new ArrayList<>();

  @Option(
      names = "--switch",
      paramLabel = "NAME=VALUE",
      description =
          "What is not documented of Azure, such as ifMatch=honoured or readLag=30000. May be repeated.")
  private List<String> switches = new ArrayList<>();

  @Option(
      names = "--throttling",
      paramLabel = "NAME=VALUE",
      description = "Limits of ARM, such as enforced=false or writes=20. May be repeated.")
  private List<String> throttling = new ArrayList<>();

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "What goes wrong, such as 'on=PUT Microsoft.Network/applicationGateways,do=reset,next=1', or the JSON of the control API. May be repeated.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "From which ids, etags and what goes wrong by chance are drawn.")
  private String seed;

  @Option(
      names = "--roles",
      paramLabel = "DIR",
      description = "Folder of the role definitions of the app's identity; infra/ by default.")
  private Path roles;

  @Option(names = "--audit", paramLabel = "F", description = "Write one JSON line per ARM request.")
  private Path audit;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop by itself after this time, such as PT10M.")
  private String limit;

  @Option(
      names = "--ready-file",
      paramLabel = "F",
      description = "Once it serves, write a JSON object with endpoints, CA file and credentials.")
  private Path readyFile;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SimulatorPlan plan =
        SimulatorPlan.of(
            new SimulatorPlan.Texts(
                empty,
                latencies,
                switches,
                throttling,
                faults,
                Optional.ofNullable(seed),
                Optional.ofNullable(limit),
                Optional.ofNullable(audit),
                Optional.ofNullable(roles)));
    if (!plan.problems().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      plan.problems().forEach(problem -> err.println("lockstep simulator: " + problem));
      err.flush();
      return 2;
    }
    try (Stop stop = new Stop();
        LocalAzure azure =
            LocalAzure.start(plan.options(), DeliveryFaults.NONE, DeliveryObserver.NONE)) {
      Ready ready = new Ready(azure.ready());
      if (readyFile != null) {
        ready.writeTo(readyFile);
      }
      tell(ready);
      boolean asked = stop.await(plan.limit());
      say(asked ? "Stopping." : "Stopping after " + limit + ".");
    }
    return 0;
  }

  private void tell(Ready ready) {
    say(
        "Serving %d ms after the start of the process."
            .formatted(ManagementFactory.getRuntimeMXBean().getUptime()));
    for (String name : List.of("armEndpoint", "loginEndpoint", "controlEndpoint", "caFile")) {
      say("  %-16s %s".formatted(name, ready.text(name)));
    }
    for (JsonNode frontend : ready.json().path("frontends")) {
      say(
          "  %s %s port %d at %s"
              .formatted(
                  frontend.path("frontend").asText(),
                  frontend.path("protocol").asText(),
                  frontend.path("port").asInt(),
                  frontend.path("connect").asText()));
    }
    say("Its routes: curl " + ready.text("controlEndpoint") + ". Stop with Ctrl-C.");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
