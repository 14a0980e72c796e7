package dev.lockstep.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.config.Configuration;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Problem;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.offline.OfflineResult.Planned;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.AdoptionProposal;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Planner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans over the bodies of ARM GET answers, as they were saved in a directory. */
public final class OfflinePlan {
  /** The file that may hold the bindings. */
  public static final String CONFIGURATION = "lockstep.json";

  // Decimal numbers keep every digit, so that what is written back is what was read.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final OfflineOptions options;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Documents documents = new Documents();

  private OfflinePlan(OfflineOptions options) {
    this.options = options;
  }

  /**
   * Plans for every gateway in the files.
   *
   * @param files text by file name, of all {@code *.json} files
   */
  public static OfflineResult run(Map<String, String> files, OfflineOptions options) {
    return new OfflinePlan(options).run(new TreeMap<>(files));
  }

  private OfflineResult run(Map<String, String> files) {
    files.forEach(
        (file, text) -> {
          if (!file.equals(CONFIGURATION)) {
            read(file, text);
          }
        });
    documents.settle();
    documents
        .contradictions()
        .forEach(
            found ->
                problem(
                    found.file(),
                    "two documents describe " + found.body().path("id").asText(),
                    "keep the newer one"));
    World world = World.of(documents, this::problem);
    List<Binding> bindings =
        Optional.ofNullable(files.get(CONFIGURATION))
            .or(() -> DefaultBinding.of(world))
            .map(text -> configured(text, world))
            .orElse(List.of());
    if (world.gateways().isEmpty()) {
      problem(
          "*.json",
          "no file holds a gateway",
          "save the answer of GET <gateway id>?api-version=2025-01-01");
    }
    if (!problems.isEmpty()) {
      return new OfflineResult(List.of(), problems, notes);
    }
    if (bindings.isEmpty() && !world.services().isEmpty()) {
      notes.add(
          world.services().size()
              + " services and "
              + world.gateways().size()
              + " gateways, but no "
              + CONFIGURATION
              + " that binds them: nothing is planned");
    }
    return plan(world, bindings);
  }

  private void read(String file, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      documents.add(file, json);
    } catch (JsonProcessingException e) {
      problem(
          file,
          "is not JSON" + (e.getLocation() == null ? "" : at(e)),
          "save the body of the answer, and nothing else");
    }
  }

  private static String at(JsonProcessingException e) {
    return " (line " + e.getLocation().getLineNr() + ")";
  }

  private List<Binding> configured(String text, World world) {
    try {
      Configuration configuration = Configuration.parse(text, options.vaultSuffix());
      List<Binding> bindings = new ArrayList<>(configuration.bindings());
      for (Binding binding : bindings) {
        require(binding.gateway(), world.gateways().containsKey(binding.gateway()), "2025-01-01");
        require(binding.service(), world.services().containsKey(binding.service()), "2024-05-01");
      }
      FoundByTag found = FoundByTag.of(configuration, documents, world);
      notes.addAll(found.notes());
      bindings.addAll(found.bindings());
      return bindings;
    } catch (ConfigurationProblems e) {
      e.problems().forEach(p -> problem(CONFIGURATION + " " + p.path(), p.message(), p.remedy()));
      return List.of();
    }
  }

  private void require(ResourceId id, boolean there, String version) {
    if (!there) {
      problem(
          CONFIGURATION,
          "names " + id + ", which is in no file",
          "save the answer of GET " + id + "?api-version=" + version);
    }
  }

  private OfflineResult plan(World world, List<Binding> bindings) {
    List<Planned> planned = new ArrayList<>();
    world.gateways().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().key()))
        .forEach(
            entry -> {
              List<Binding> ofGateway =
                  bindings.stream().filter(b -> b.gateway().equals(entry.getKey())).toList();
              planned.add(plan(world, entry.getValue(), ofGateway, bindings));
            });
    return new OfflineResult(planned, problems, notes);
  }

  private Planned plan(
      World world, GatewayDocument document, List<Binding> bindings, List<Binding> all) {
    ResourceId id = document.id();
    OwnerRecord owned =
        AssumedOwnership.of(document, bindings, world.services(), options.instance());
    if (!owned.elements().isEmpty()) {
      notes.add(
          owned.elements().size()
              + " elements of "
              + id.name()
              + " are named as instance '"
              + options.instance()
              + "' names its own, and are taken for ours: the owner record is not in the files");
    }
    PlanInput input =
        new PlanInput(
                options.instance(),
                bindings,
                new Observation(
                    options.at(),
                    id,
                    Reading.known(document),
                    world.services(),
                    world.zonesOf(bindings),
                    world.publicAddressesOf(document, bindings),
                    owned),
                Absences.NONE)
            .withNeighbours(all.stream().filter(b -> !b.gateway().equals(id)).toList());
    Plan plan = Planner.plan(input);
    Guards.check(plan, input)
        .forEach(
            refused ->
                notes.add("would not be written: " + refused.reason() + "; " + refused.remedy()));
    return new Planned(
        plan,
        plan.gatewayBody().orElseGet(document::copy),
        options.adopt().isEmpty() ? Optional.empty() : AdoptionProposal.of(input, options.adopt()));
  }

  private void problem(String path, String message, String remedy) {
    problems.add(new Problem(path, message, remedy));
  }
}
