package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What becomes of services: host names come and go, addresses move, certificates are renewed. */
final class ServiceChanges {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final int MOST_TRIES = 30;

  private final Azure azure;
  private final Colleague colleague;
  private final Truth truth;
  private final Stage stage;
  private final Chance chance;
  private final History history;

  ServiceChanges(
      Azure azure, Colleague colleague, Truth truth, Stage stage, Chance chance, History history) {
    this.azure = azure;
    this.colleague = colleague;
    this.truth = truth;
    this.stage = stage;
    this.chance = chance;
    this.history = history;
  }

  /** Adds a host name, or removes one that is there; all but the first may go. */
  void toggle(ResourceId service, boolean add) {
    List<String> listed = truth.listed(service);
    List<String> choices =
        NAMES.stream()
            .map(name -> Estate.host(service, name))
            .filter(host -> listed.contains(host) != add)
            .toList();
    if (!choices.isEmpty()) {
      String host = chance.of(choices);
      change(service, host + (add ? " comes" : " goes"), names -> set(names, host, add), host);
    }
  }

  /** Several host names change with one write. */
  void several(ResourceId service) {
    String one = Estate.host(service, "c");
    String other = Estate.host(service, "d");
    boolean add = !truth.listed(service).contains(one);
    change(
        service,
        one + " and " + other + (add ? " come" : " go"),
        names -> {
          set(names, one, add);
          set(names, other, add);
        },
        one,
        other);
  }

  /** Writes the service as it is, such as after an update that failed. */
  void again(ResourceId service) {
    change(service, "written again", names -> {});
  }

  void move(ResourceId service) {
    String address = "10.0.1." + (20 + chance.below(200));
    attempt(
        service,
        "moves to " + address,
        MOST_TRIES,
        () -> {
          boolean free =
              azure
                  .world()
                  .locked(
                      () -> {
                        ApimService now = truth.service(service).orElseThrow();
                        if (!now.busy()) {
                          azure.world().resources().put(now.movingTo(address));
                        }
                        return !now.busy();
                      });
          ObjectNode nothing = Json.object();
          nothing.putObject("properties");
          return free && colleague.patch(service, nothing);
        });
  }

  void renew(ResourceId service) {
    String name = "cert-" + Estate.host(service, "always").replace('.', '-');
    history.add("colleague", "renews " + name);
    azure
        .world()
        .locked(
            () -> {
              azure.vaults().ensure("kv-edge", name, "CN=" + Estate.host(service, "always"));
              return azure.vaults().renew("kv-edge", name, java.util.Optional.empty());
            });
  }

  private void change(
      ResourceId service, String what, Consumer<ArrayNode> edit, String... touched) {
    attempt(
        service,
        what,
        MOST_TRIES,
        () -> {
          ArrayNode names = Json.array();
          truth
              .service(service)
              .orElseThrow()
              .hostNames()
              .forEach(entry -> names.add(entry.deepCopy()));
          edit.accept(names);
          ObjectNode body = Json.object();
          body.putObject("properties").set("hostnameConfigurations", names);
          boolean taken = colleague.patch(service, body);
          if (taken) {
            List.of(touched).forEach(truth::added);
          }
          return taken;
        });
  }

  /** A service that is busy takes no write: somebody tries again. */
  private void attempt(
      ResourceId service, String what, int tries, java.util.function.BooleanSupplier write) {
    if (write.getAsBoolean()) {
      history.add("colleague", () -> service.name() + ": " + what);
    } else if (tries > 0) {
      stage.after(AGAIN, () -> attempt(service, what, tries - 1, write));
    }
  }

  private static void set(ArrayNode names, String host, boolean add) {
    names.removeIf(entry -> entry.path("hostName").asText("").equalsIgnoreCase(host));
    if (add) {
      names.add(EstateDocuments.hostName(host));
    }
  }
}
