package dev.lockstep.cli.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.App;
import dev.lockstep.app.EmbeddedApp;
import dev.lockstep.azure.StorageAccount;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.simulator.chaos.AppProcess;
import dev.lockstep.simulator.chaos.Outside;
import dev.lockstep.simulator.chaos.Publication;
import dev.lockstep.simulator.chaos.Subject;
import dev.lockstep.simulator.storage.StoredBlob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The function app as the subject of one life. */
final class AppSubject implements Subject {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> POINTS = PortPoints.all();

  /**
   * The state is read and written by name, nobody leases a journal, and no life is long enough for
   * a journal to be cut.
   */
  private static final List<String> NOT_IN_USE =
      POINTS.stream()
          .filter(
              point ->
                  point.equals("state.delete")
                      || point.equals("state.list")
                      || point.equals("journal.delete")
                      || point.startsWith("journal.lease"))
          .toList();

  private final Reach reach;
  private final Break broken;
  private final Map<String, JsonNode> memory = new HashMap<>();
  private final DecodedStates states = new DecodedStates(StateCodec::decode);
  private int ids;

  /**
   * @param reach what goes through the real adapters
   * @param broken the bug to put in
   */
  AppSubject(Reach reach, Break broken) {
    this.reach = reach;
    this.broken = broken;
  }

  @Override
  public List<String> points() {
    return POINTS;
  }

  @Override
  public List<String> pointsNotInUse() {
    return NOT_IN_USE;
  }

  @Override
  public AppProcess start(List<Publication> publications, Outside outside) {
    Supplier<String> newId = () -> "lease-" + ids++;
    App app =
        EmbeddedApp.of(
            Map.of(
                "LOCKSTEP_BINDINGS",
                bindings(publications),
                "AzureWebJobsStorage",
                InProcessHttp.STORAGE),
            log ->
                broken.ports(
                    GatedPorts.of(Adapters.of(outside, log, reach, newId), outside.gate()), memory),
            good -> broken.brain(decodingOnce(good)));
    return new RunningApp(app, broken);
  }

  private Brain decodingOnce(Brain good) {
    return new Brain(good.planner(), good.confirmed(), good.asData(), states);
  }

  @Override
  public int overtakenReported(Outside outside) {
    return states(outside).stream()
        .mapToInt(
            blob -> parse(blob.text()).path("writing").path("overtaking").path("total").asInt())
        .sum();
  }

  private static List<StoredBlob> states(Outside outside) {
    return outside.storage().blobs().containerOrCreate(StorageAccount.STATE).list("");
  }

  @Override
  public List<String> leftovers(Outside outside) {
    List<String> left = new ArrayList<>();
    for (StoredBlob blob : states(outside)) {
      JsonNode state = parse(blob.text());
      if (state.path("flight").has("inFlight")) {
        left.add("a change in flight in " + blob.properties().name());
      }
      if (state.path("agenda").has("wake")) {
        left.add("a wake in " + blob.properties().name());
      }
    }
    return left;
  }

  private static String bindings(List<Publication> publications) {
    ObjectNode all = JSON.createObjectNode();
    for (Publication one : publications) {
      ObjectNode binding = all.withArray("bindings").addObject();
      binding.put("name", one.name()).put("service", one.service().toString());
      binding.put("gateway", one.gateway().toString()).put("mode", "apply").put("ttl", 60);
      binding.putArray("zones").add(one.zone().toString());
      binding.putObject("endpoints").putObject("Proxy").put("frontend", one.frontend());
      binding.putObject("deleteCap").put("hosts", 10).put("percent", 100);
    }
    return all.toString();
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text.startsWith("{") ? text : "{}");
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the state is no JSON", broken);
    }
  }
}
