package dev.lockstep.cli;

import dev.lockstep.cli.rollover.Phase;
import dev.lockstep.cli.rollover.Plan;
import dev.lockstep.cli.rollover.Rehearsal;
import dev.lockstep.cli.story.Narrator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Renews certificates in every way that can happen, while clients keep calling. */
@Command(
    name = "rollover",
    description =
        "Certificates are renewed in ten ways behind simulated gateways while clients call all"
            + " host names; not one request may fail.",
    footerHeading = "%nPhases:%n",
    footer = {
      "  a leaf          leaf renewed under the same root",
      "  b root          new root",
      "  c intermediate  new intermediate",
      "  d cross         new root, first cross-signed by the old one, then alone",
      "  e late          new root, which API Management takes hours later",
      "  f poll          leaf renewed, and the gateway's own look is four hours away",
      "  g killed        new root, and the worker is killed in the middle",
      "  h public        from a private to a public authority",
      "  i private       from a public to a private authority",
      "  j managed       managed by API Management, the listener's by the vault",
      "  b, c and d are played with a trust bundle, with the chain in the secret, and with neither."
    },
    mixinStandardHelpOptions = true)
final class RolloverCommand implements Callable<Integer> {
  @Option(
      names = "--phase",
      paramLabel = "X",
      split = ",",
      description = "Only these: letters or names, with commas between. Default: all.")
  private List<String> phases;

  @Option(
      names = "--without-lockstep",
      description =
          "The control experiment: the function app is stopped before the first renewal. Requests"
              + " fail, and the exit status is 1.")
  private boolean without;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many requests each phase has at least. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(names = "--verbose", description = "Show every log line of the function app.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Narrator narrator = new Narrator(spec.commandLine().getOut(), Terminal.isWanted());
    Plan plan = new Plan(chosen(), !without, requests, Optional.<Path>empty(), verbose);
    return new Rehearsal(plan, narrator).play() ? 0 : 1;
  }

  private List<Phase> chosen() {
    if (phases == null) {
      return Arrays.asList(Phase.values());
    }
    return phases.stream().map(this::phase).distinct().sorted().toList();
  }

  private Phase phase(String text) {
    return Phase.find(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no phase '"
                        + text
                        + "'; name one from a to j, or leave --phase out"));
  }
}
