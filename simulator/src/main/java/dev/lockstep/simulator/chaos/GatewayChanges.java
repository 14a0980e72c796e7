package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What others do to gateways: they read the whole document and write it back, soon or late. */
final class GatewayChanges {
  private static final Duration AGAIN = Duration.ofSeconds(15);
  private static final int MOST_TRIES = 40;
  private static final int MOST_EDITS_OF_OURS = 1;

  private final Azure azure;
  private final Colleague colleague;
  private final GatewayJudge judge;
  private final Stage stage;
  private final Chance chance;
  private final History history;
  private final Map<String, Integer> editsOfOurs = new HashMap<>();
  private int edits;

  GatewayChanges(
      Azure azure,
      Colleague colleague,
      GatewayJudge judge,
      Stage stage,
      Chance chance,
      History history) {
    this.azure = azure;
    this.colleague = colleague;
    this.judge = judge;
    this.stage = stage;
    this.chance = chance;
    this.history = history;
  }

  /** Changes something of others now. A gateway that takes no write now gets it a little later. */
  void write(ResourceId id) {
    Consumer<ObjectNode> edit = edit();
    attempt(id, MOST_TRIES, edit, "writes");
  }

  /** The same at once or not at all. */
  void writeNow(ResourceId id) {
    attempt(id, 0, edit(), "writes in between");
  }

  /** Reads now and writes later over whatever has come meanwhile. */
  void writeSlowly(ResourceId id) {
    Duration after = chance.seconds(2, 60);
    colleague
        .get(id)
        .ifPresent(
            old -> {
              edit().accept(old);
              history.add("colleague", () -> id.name() + ": opens it in the portal");
              stage.after(after, () -> put(id, old, "writes what was read " + after + " ago"));
            });
  }

  /** Changes an element of the app; not too often, or the app may call it contested. */
  void editOurs(ResourceId id) {
    List<String> pools =
        judge.ours(id).stream()
            .filter(key -> key.startsWith("backendaddresspools/"))
            .sorted()
            .toList();
    if (pools.isEmpty() || editsOfOurs.merge(id.key(), 1, Integer::sum) > MOST_EDITS_OF_OURS) {
      return;
    }
    String pool = chance.of(pools);
    attempt(
        id,
        MOST_TRIES,
        document -> {
          JsonNode element = Elements.of(document).get(pool);
          if (element != null) {
            ((ObjectNode) element.path("properties"))
                .putArray("backendAddresses")
                .addObject()
                .put("ipAddress", "10.0.9.99");
          }
        },
        "edits " + pool);
  }

  void stop(ResourceId id) {
    if (colleague.post(id, "stop")) {
      history.add("colleague", () -> id.name() + ": stops it");
      stage.after(chance.seconds(60, 300), () -> start(id, MOST_TRIES));
    }
  }

  private void start(ResourceId id, int tries) {
    if (colleague.post(id, "start")) {
      history.add("colleague", () -> id.name() + ": starts it");
    } else if (tries > 0) {
      stage.after(AGAIN, () -> start(id, tries - 1));
    }
  }

  private void attempt(ResourceId id, int tries, Consumer<ObjectNode> edit, String what) {
    boolean written =
        colleague
            .get(id)
            .filter(
                document -> {
                  edit.accept(document);
                  return put(id, document, what);
                })
            .isPresent();
    if (!written && tries > 0) {
      stage.after(AGAIN, () -> attempt(id, tries - 1, edit, what));
    }
  }

  private boolean put(ResourceId id, ObjectNode document, String what) {
    boolean taken = colleague.put(id, document);
    if (taken) {
      history.add("colleague", () -> id.name() + ": " + what);
      judge.foreign(
          azure
              .world()
              .look(() -> azure.world().resources().find(id, Gateway.class))
              .orElseThrow());
    }
    return taken;
  }

  private Consumer<ObjectNode> edit() {
    int number = ++edits;
    return switch (chance.below(3)) {
      case 0 -> document -> document.withObject("/tags").put("edit" + number, "kept");
      case 1 ->
          document ->
              pools(document)
                  .addObject()
                  .put("name", "theirs-" + number)
                  .putObject("properties")
                  .putArray("backendAddresses");
      default ->
          document ->
              ((ObjectNode)
                      Elements.of(document).get("backendaddresspools/site-0").path("properties"))
                  .putArray("backendAddresses")
                  .addObject()
                  .put("ipAddress", "10.0.9." + (100 + number));
    };
  }

  private static ArrayNode pools(ObjectNode document) {
    return document.withObject("/properties").withArray("backendAddressPools");
  }
}
