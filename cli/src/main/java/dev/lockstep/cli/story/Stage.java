package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.audit.AuditFile;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.client.JournalReader;
import dev.lockstep.cli.world.Ready;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the scenes play on.
 *
 * @param ready the running world
 * @param arm the operator's client of Resource Manager
 * @param functions a caller of the function app
 * @param audit the simulator's record of every ARM request
 * @param loseEvents makes events get lost, or not any more
 * @param narrator where the story is told
 */
public record Stage(
    Ready ready,
    ArmClient arm,
    FunctionsClient functions,
    AuditFile audit,
    Consumer<Boolean> loseEvents,
    Narrator narrator) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** The demo's estate, as its operator sees it. */
  public Estate estate() {
    return new Estate(arm, ready);
  }

  /** Tells what the app last changed, and the looks that followed, from its journal. */
  public void showLastPlan() {
    List<JsonNode> entries = new JournalReader(ready).entries();
    new JournalReader(ready)
        .lastChange()
        .ifPresent(entry -> narrator.say("from the journal: " + PlanLines.of(entry, entries)));
  }

  /** Waits until a run has journaled that the app found the backend of a host name healthy. */
  public void awaitJournaledHealth(String host, Duration deadline) {
    JournalReader journal = new JournalReader(ready);
    awaitThat(
        "the app asked for backend health 20 s after its change and journaled: "
            + host
            + " Healthy",
        deadline,
        () -> journal.entries().stream().anyMatch(entry -> isHealthy(entry, host)));
  }

  private static boolean isHealthy(JsonNode entry, String host) {
    for (JsonNode endpoint : entry.at("/health/endpoints")) {
      if (endpoint.path("host").asText().equals(host)) {
        return endpoint.path("health").asText().equals("Healthy");
      }
    }
    return false;
  }

  /** An empty JSON object. */
  public ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Changes one element of the gateway as a colleague in the portal does. */
  public void editGatewayAsColleague(String collection, String name, ObjectNode mergePatch) {
    String gateway = ready.text("gatewayId");
    String path =
        "/gateways/%s/%s/%s"
            .formatted(gateway.substring(gateway.lastIndexOf('/') + 1), collection, name);
    functions.control("PATCH", path, mergePatch.toString()).orThrow("the colleague's edit");
  }

  /**
   * Waits until the look brings something.
   *
   * @throws Broken when it has not by the deadline
   */
  public <T> T await(String what, Duration deadline, Supplier<Optional<T>> look) {
    long begun = System.nanoTime();
    while (true) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      Duration since = Duration.ofNanos(System.nanoTime() - begun);
      if (since.compareTo(deadline) > 0) {
        throw new Broken(what + ": not so after " + deadline.toSeconds() + " s");
      }
      narrator.waiting(what, since);
      pause();
    }
  }

  /** Waits until the condition holds. */
  public void awaitThat(String what, Duration deadline, Supplier<Boolean> holds) {
    await(what, deadline, () -> holds.get() ? Optional.of(true) : Optional.empty());
    narrator.check(what);
  }

  /** Says that it holds, or throws {@link Broken}. */
  public void require(String what, boolean holds) {
    if (!holds) {
      throw new Broken("it does not hold that " + what);
    }
    narrator.check(what);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }
}
