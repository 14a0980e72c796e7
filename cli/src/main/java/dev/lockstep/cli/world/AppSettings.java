package dev.lockstep.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The app settings of the function app in a world on this machine: docs/configuration.md. */
public final class AppSettings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUBLIC = "appGwPublicFrontendIpIPv4";
  private static final String PRIVATE = "appGwPrivateFrontendIpIPv4";

  private AppSettings() {}

  static Map<String, String> of(WorldPlan plan, JsonNode ready) {
    Map<String, String> settings = of(ready);
    settings.put("LOCKSTEP_BINDINGS", bindings(plan, ready).toString());
    settings.put("DRIFT_CHECK_SCHEDULE", plan.driftSchedule());
    return settings;
  }

  /** All but bindings and drift schedule, for the simulated Azure of a ready file. */
  public static Map<String, String> of(JsonNode ready) {
    Map<String, String> settings = new HashMap<>();
    settings.put("AzureWebJobsStorage__blobServiceUri", ready.path("blobEndpoint").asText());
    settings.put("AzureWebJobsStorage__queueServiceUri", ready.path("queueEndpoint").asText());
    settings.put("AzureWebJobsStorage__credential", "managedidentity");
    settings.put("IDENTITY_ENDPOINT", ready.path("identityEndpoint").asText());
    settings.put("IDENTITY_HEADER", ready.path("identityHeader").asText());
    settings.put("LOCKSTEP_ARM_ENDPOINT", ready.path("armEndpoint").asText());
    settings.put("LOCKSTEP_ARM_AUDIENCE", ready.path("armEndpoint").asText());
    settings.put("LOCKSTEP_INSTANCE", "demo");
    settings.put("LOCKSTEP_CONNECT_TO", connectTo(ready));
    settings.put("LOCKSTEP_PUBLIC_ROOTS", ready.path("publicRoots").asText());
    settings.put(
        "LOCKSTEP_STORAGE_SUFFIX", URI.create(ready.path("blobEndpoint").asText()).getAuthority());
    return settings;
  }

  /** Where vaults, services and the gateways' frontends of the simulated world stand. */
  private static String connectTo(JsonNode ready) {
    List<String> pairs = new ArrayList<>();
    pairs.add(
        "*.vault.azure.net:443=" + URI.create(ready.path("vaultEndpoint").asText()).getAuthority());
    for (String places : List.of("frontends", "services")) {
      for (JsonNode place : ready.path(places)) {
        pairs.add(
            place.path("address").asText()
                + ":"
                + place.path("port").asInt()
                + "="
                + place.path("connect").asText());
      }
    }
    return String.join(",", pairs.stream().distinct().toList());
  }

  private static ObjectNode bindings(WorldPlan plan, JsonNode ready) {
    ObjectNode all = JSON.createObjectNode();
    ObjectNode binding = all.putArray("bindings").addObject();
    binding.put("name", "edge");
    binding.set("service", ready.path("serviceId"));
    binding.set("gateway", ready.path("gatewayId"));
    binding.set("zones", ready.path("zoneIds"));
    ObjectNode endpoints = binding.putObject("endpoints");
    endpoints.putObject("Proxy").put("frontend", PUBLIC);
    endpoints.putObject("DeveloperPortal").put("frontend", PUBLIC);
    endpoints.putObject("Management").put("frontend", PRIVATE);
    // The estate's certificates are of its public authority; demo rollover shows the rest.
    binding.put("backendTrust", "public");
    binding.put("presentedChain", false);
    binding.put("ttl", plan.ttlSeconds());
    binding.put("removeAfter", plan.removeAfter().toString());
    plan.mode().ifPresent(mode -> binding.put("mode", mode));
    return all;
  }
}
