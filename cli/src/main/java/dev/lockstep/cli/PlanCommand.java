package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.offline.OfflineOptions;
import dev.lockstep.offline.OfflinePlan;
import dev.lockstep.offline.OfflineResult;
import dev.lockstep.plan.Adoption;
import dev.lockstep.render.AdoptionJson;
import dev.lockstep.render.AdoptionText;
import dev.lockstep.render.PlanJson;
import dev.lockstep.render.PlanMarkdown;
import dev.lockstep.render.PlanText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans over saved answers of Resource Manager; contacts nothing. */
@Command(
    name = "plan",
    description = {
      "Plans over the bodies of ARM GET answers, saved as files; contacts nothing and writes nothing.",
      "Files: any *.json (gateway, service, zones, record sets, lists of them), told apart by id and"
          + " type; optionally lockstep.json with bindings."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0: nothing would change",
      "1: the files cannot be planned over",
      "2: something would change",
      "3: something is blocked"
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  /** How a plan is printed. */
  enum Format {
    text,
    json,
    markdown
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  @Spec private CommandSpec spec;

  @Option(names = "--from", required = true, paramLabel = "DIR", description = "The saved files.")
  private Path from;

  @Option(
      names = "--write-gateway",
      paramLabel = "F",
      description =
          "Write the document that would be PUT; as it was read when nothing would change.")
  private Path writeGateway;

  @Option(
      names = {"--format", "--output"},
      defaultValue = "text",
      description = "text (default), json, or markdown for a pull request.")
  private Format format;

  @Option(
      names = "--instance",
      defaultValue = "lockstep",
      description = "The instance id to plan for (default: lockstep).")
  private String instance;

  @Option(
      names = "--adopt",
      paramLabel = "HOST",
      description =
          "Show which elements that were made by hand for this host name would be taken over, and"
              + " the plan that would follow. May be given several times.")
  private List<String> adopt = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(from)) {
      err.println(
          "--from: " + from + " is no directory; name the folder that holds the saved files");
      return OfflineResult.UNUSABLE;
    }
    Optional<String> noHost =
        adopt.stream().filter(h -> HostName.tryParse(h).isEmpty()).findFirst();
    if (noHost.isPresent()) {
      err.println(
          "--adopt: '" + noHost.get() + "' is no host name; name one that the service lists");
      return OfflineResult.UNUSABLE;
    }
    OfflineResult result = OfflinePlan.run(files(), options());
    if (!result.problems().isEmpty()) {
      result
          .problems()
          .forEach(p -> err.println(p.path() + ": " + p.message() + " -> " + p.remedy()));
      return result.exitCode();
    }
    if (writeGateway != null && result.planned().size() != 1) {
      err.println(
          "--write-gateway: the files hold %d gateways; keep one of them in --from"
              .formatted(result.planned().size()));
      return OfflineResult.UNUSABLE;
    }
    result.notes().forEach(note -> err.println("note: " + note));
    print(result, out);
    if (writeGateway != null) {
      Files.writeString(writeGateway, text(result.planned().get(0).gateway()) + "\n");
    }
    return result.exitCode();
  }

  private OfflineOptions options() {
    OfflineOptions now = OfflineOptions.at(Clock.systemUTC().instant());
    return new OfflineOptions(
        new InstanceId(instance),
        now.vaultSuffix(),
        now.at(),
        adopt.stream().map(HostName::new).toList());
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        if (Files.isRegularFile(file)) {
          files.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return files;
  }

  private void print(OfflineResult result, PrintWriter out) throws JsonProcessingException {
    if (format == Format.json) {
      ObjectNode json = JSON.createObjectNode();
      ArrayNode plans = json.putArray("plans");
      result.plans().forEach(plan -> plans.add(PlanJson.render(plan)));
      List<Adoption> adoptions = adoptions(result);
      if (!adoptions.isEmpty()) {
        ArrayNode list = json.putArray("adoptions");
        adoptions.forEach(adoption -> list.add(AdoptionJson.render(adoption)));
      }
      out.println(text(json));
    } else if (format == Format.markdown) {
      result.plans().forEach(plan -> out.print(PlanMarkdown.render(plan)));
    } else {
      boolean colour = Terminal.isWanted();
      result.plans().forEach(plan -> out.print(PlanText.render(plan, colour)));
      adoptions(result)
          .forEach(adoption -> out.print("\n" + AdoptionText.render(adoption, colour)));
    }
    out.flush();
  }

  private static List<Adoption> adoptions(OfflineResult result) {
    return result.planned().stream().flatMap(planned -> planned.adoption().stream()).toList();
  }

  private static String text(JsonNode json) throws JsonProcessingException {
    return JSON.writeValueAsString(json);
  }
}
