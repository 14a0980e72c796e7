package dev.lockstep.simulator.health;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.HealthQuery;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.Resources;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The answer of a backendhealth operation: every pool with every setting that some rule pairs it
 * with, in the order of the rules. A probe works only when its setting is used by a rule.
 */
public final class BackendHealth implements HealthQuery {
  private static final String POOLS = "backendAddressPools";
  private static final String SETTINGS = "backendHttpSettingsCollection";

  private final ServerVerdicts computed;
  private volatile ServerVerdicts verdicts;

  /** Health in one world. */
  public BackendHealth(Resources resources, Vaults vaults, Backends backends) {
    this.computed = new Prober(resources, backends, new Trust(vaults));
    this.verdicts = computed;
  }

  /** Takes verdicts from elsewhere from now on, such as from probes over real sockets. */
  public void use(ServerVerdicts others) {
    verdicts = requireNonNull(others, "others is null");
  }

  /** Computes verdicts from the world again, as at the start. */
  public void useComputed() {
    verdicts = computed;
  }

  @Override
  public OnDemand onDemand(Gateway gateway, Trial trial) {
    Target target = new Target(gateway, trial.settings(), Optional.of(trial.probe()));
    ObjectNode answer = Json.object();
    answer.set("backendAddressPool", reference(gateway, POOLS, trial.pool(), false));
    ObjectNode settings = answer.putObject("backendHealthHttpSettings");
    settings.set("backendHttpSettings", reference(gateway, SETTINGS, trial.settings(), false));
    Map<String, CompletableFuture<Verdict>> found = new LinkedHashMap<>();
    for (ObjectNode address : Json.objects(trial.pool(), "properties", "backendAddresses")) {
      Optional<String> fqdn = Json.text(address, "fqdn");
      fqdn.or(() -> Json.text(address, "ipAddress"))
          .ifPresent(
              server ->
                  found.put(
                      server,
                      gateway.running()
                          ? verdicts.trial(target, server, fqdn.isPresent())
                          : CompletableFuture.completedFuture(Verdict.unknown())));
    }
    return new OnDemand(
        () -> found.values().stream().allMatch(CompletableFuture::isDone),
        () -> {
          ArrayNode servers = settings.putArray("servers");
          found.forEach((server, verdict) -> servers.add(shown(server, verdict.join())));
          return answer;
        });
  }

  @Override
  public BooleanSupplier begin(Gateway gateway) {
    return verdicts.begin(gateway);
  }

  @Override
  public ObjectNode of(Gateway gateway, boolean expand) {
    ObjectNode answer = Json.object();
    ArrayNode pools = answer.putArray("backendAddressPools");
    pairs(gateway)
        .forEach(
            (pool, settings) -> {
              Optional<ObjectNode> element = Parts.named(gateway.document(), POOLS, pool);
              if (element.isPresent()) {
                ObjectNode shown = pools.addObject();
                shown.set("backendAddressPool", reference(gateway, POOLS, element.get(), expand));
                ArrayNode list = shown.putArray(SETTINGS);
                settings.forEach(name -> settings(gateway, element.get(), name, expand, list));
              }
            });
    return answer;
  }

  private void settings(
      Gateway gateway, ObjectNode pool, String name, boolean expand, ArrayNode list) {
    Optional<ObjectNode> element = Parts.named(gateway.document(), SETTINGS, name);
    if (element.isEmpty()) {
      return;
    }
    Target target = Target.of(gateway, element.get());
    ObjectNode shown = list.addObject();
    shown.set("backendHttpSettings", reference(gateway, SETTINGS, element.get(), expand));
    ArrayNode servers = shown.putArray("servers");
    for (ObjectNode address : Json.objects(pool, "properties", "backendAddresses")) {
      Optional<String> fqdn = Json.text(address, "fqdn");
      Optional<String> server = fqdn.or(() -> Json.text(address, "ipAddress"));
      if (server.isPresent()) {
        // Nobody probes while the gateway stands still.
        Verdict verdict =
            gateway.running()
                ? verdicts.of(target, Parts.name(pool), server.get(), fqdn.isPresent())
                : Verdict.unknown();
        servers.add(shown(server.get(), verdict));
      }
    }
  }

  private static ObjectNode shown(String server, Verdict verdict) {
    return Json.object()
        .put("address", server)
        .put("health", verdict.health())
        .put("healthProbeLog", verdict.log());
  }

  private static ObjectNode reference(
      Gateway gateway, String collection, ObjectNode element, boolean expand) {
    ObjectNode shown = expand ? element.deepCopy() : Json.object();
    return shown.put("id", gateway.id() + "/" + collection + "/" + Parts.name(element));
  }

  /** Pool name to names of settings, both as written in the rules. */
  private static Map<String, Set<String>> pairs(Gateway gateway) {
    Map<String, Set<String>> pairs = new LinkedHashMap<>();
    for (ObjectNode rule : Parts.of(gateway.document(), "requestRoutingRules")) {
      add(pairs, rule, "backendAddressPool", "backendHttpSettings");
      Json.text(rule, "properties", "urlPathMap", "id")
          .flatMap(id -> Parts.named(gateway.document(), "urlPathMaps", last(id)))
          .ifPresent(
              map -> {
                add(pairs, map, "defaultBackendAddressPool", "defaultBackendHttpSettings");
                Json.objects(map, "properties", "pathRules")
                    .forEach(path -> add(pairs, path, "backendAddressPool", "backendHttpSettings"));
              });
    }
    return pairs;
  }

  private static void add(
      Map<String, Set<String>> pairs, ObjectNode element, String pool, String settings) {
    Optional<String> poolId = Json.text(element, "properties", pool, "id");
    Optional<String> settingsId = Json.text(element, "properties", settings, "id");
    if (poolId.isPresent() && settingsId.isPresent()) {
      pairs
          .computeIfAbsent(last(poolId.get()), key -> new LinkedHashSet<>())
          .add(last(settingsId.get()));
    }
  }

  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
