package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.dataplane.gateway.Way;
import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.dns.Resolver;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what is not yet as it should be, from the world alone: each listed host name leads by the
 * simulator's own routing to a healthy service with the service's certificate, by its own DNS to
 * the service, and nothing is left of what is not listed.
 */
final class Oracle {
  private static final int HTTPS = 443;

  private final Azure azure;
  private final Estate estate;
  private final Truth truth;
  private final GatewayJudge gateways;
  private final RecordJudge records;

  Oracle(Azure azure, Estate estate, Truth truth, GatewayJudge gateways, RecordJudge records) {
    this.azure = azure;
    this.estate = estate;
    this.truth = truth;
    this.gateways = gateways;
    this.records = records;
  }

  /** Everything that is wrong, in words. */
  List<String> problems() {
    return azure
        .world()
        .locked(
            () -> {
              List<String> problems = new ArrayList<>();
              estate.gateways().forEach(id -> gateway(id, problems));
              estate.services().forEach(id -> records(id, problems));
              others(problems);
              return problems;
            });
  }

  private void gateway(ResourceId id, List<String> problems) {
    Gateway gateway = azure.world().resources().find(id, Gateway.class).orElseThrow();
    if (!gateway.state().equals("Succeeded")) {
      problems.add(id.name() + " is " + gateway.state());
    }
    Set<String> live = new TreeSet<>();
    for (Publication publication : estate.publications()) {
      if (publication.gateway().sameAs(id)) {
        for (String host : truth.listed(publication.service())) {
          live.add(host);
          published(gateway, publication, host, problems);
        }
      }
    }
    dangling(gateway, live, problems);
  }

  private void published(
      Gateway gateway, Publication publication, String host, List<String> problems) {
    String where = host + " on " + gateway.id().name();
    Optional<Way> found = Way.of(gateway, publication.frontend(), HTTPS, host);
    if (found.filter(way -> way.hostNames().contains(host)).isEmpty()) {
      problems.add(where + " has no listener of its own");
      return;
    }
    Way way = found.get();
    Map<String, JsonNode> elements = Elements.of(gateway.document());
    String secret =
        way.certificate()
            .map(name -> elements.get("sslcertificates/" + name.toLowerCase(Locale.ROOT)))
            .map(one -> one.path("properties").path("keyVaultSecretId").asText(""))
            .orElse("");
    if (!secret.equals(EstateDocuments.secret(host))) {
      problems.add(where + " shows the certificate '" + secret + "'");
    }
    if (!isHealthy(gateway, way)) {
      problems.add(where + " leads to no healthy service");
    }
  }

  private boolean isHealthy(Gateway gateway, Way way) {
    ObjectNode health = azure.health().of(gateway, false);
    for (ObjectNode pool : Json.objects(health, "backendAddressPools")) {
      if (last(pool.path("backendAddressPool")).equals(way.pool().orElse(""))) {
        for (ObjectNode settings : Json.objects(pool, "backendHttpSettingsCollection")) {
          if (last(settings.path("backendHttpSettings")).equals(way.settings().orElse(""))) {
            List<ObjectNode> servers = Json.objects(settings, "servers");
            return !servers.isEmpty()
                && servers.stream().allMatch(s -> s.path("health").asText("").equals("Healthy"));
          }
        }
      }
    }
    return false;
  }

  private static String last(JsonNode reference) {
    String id = reference.path("id").asText("");
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** What the app brought must serve a listed host name. */
  private void dangling(Gateway gateway, Set<String> live, List<String> problems) {
    Map<String, JsonNode> elements = Elements.of(gateway.document());
    Set<String> ours = gateways.ours(gateway.id());
    Set<String> used = new HashSet<>();
    elements.forEach(
        (key, element) -> {
          boolean rule = key.startsWith("requestroutingrules/");
          if (rule && (!ours.contains(key) || servesOnly(element, elements, live))) {
            reach(key, elements, used);
          }
        });
    Set<String> left = new TreeSet<>(ours);
    left.retainAll(elements.keySet());
    left.removeAll(used);
    left.forEach(key -> problems.add(key + " on " + gateway.id().name() + " serves nobody"));
  }

  private static boolean servesOnly(
      JsonNode rule, Map<String, JsonNode> elements, Set<String> live) {
    String listener =
        "httplisteners/"
            + last(rule.path("properties").path("httpListener")).toLowerCase(Locale.ROOT);
    JsonNode found = elements.get(listener);
    return found != null && live.containsAll(Elements.hosts(found));
  }

  private static void reach(String key, Map<String, JsonNode> elements, Set<String> used) {
    if (!elements.containsKey(key) || !used.add(key)) {
      return;
    }
    elements
        .get(key)
        .findValuesAsText("id")
        .forEach(
            id -> {
              String[] parts = id.toLowerCase(Locale.ROOT).split("/");
              if (parts.length > 2) {
                reach(parts[parts.length - 2] + "/" + parts[parts.length - 1], elements, used);
              }
            });
  }

  private void records(ResourceId id, List<String> problems) {
    ApimService service = azure.world().resources().find(id, ApimService.class).orElseThrow();
    if (!service.state().equals("Succeeded")) {
      problems.add(id.name() + " is " + service.state() + ", which is the simulation's own fault");
    }
    List<String> listed = truth.listed(id);
    Resolver resolver = new Resolver(azure.world().resources());
    for (String host : listed) {
      Answer answer = resolver.resolve(Estate.NETWORK, host);
      boolean good =
          answer instanceof Answer.Addresses found
              && found.addresses().equals(service.privateAddresses());
      if (!good) {
        problems.add(host + " resolves to " + answer + ", not " + service.privateAddresses());
      }
    }
    ResourceId zone = Estate.zoneOf(id);
    for (RecordSet set : azure.world().resources().all(RecordSet.class)) {
      String host = set.id().name() + "." + zone.name();
      if (set.id().parent().sameAs(zone)
          && records.ours().contains(set.id().key())
          && !listed.contains(host)) {
        problems.add("the record set " + host + " is left");
      }
    }
  }

  /** Record sets of others are as they wrote them last. */
  private void others(List<String> problems) {
    records
        .others()
        .forEach(
            (key, written) -> {
              Optional<RecordSet> now =
                  azure.world().resources().find(written.id(), RecordSet.class);
              if (now.filter(one -> one.document().equals(written.document())).isEmpty()) {
                problems.add("the record set " + written.id().name() + " of others was changed");
              }
            });
  }
}
