package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.dataplane.gateway.Backend.Member;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how a gateway document routes. References that lead nowhere are left out. */
final class ConfigReader {
  private final Gateway gateway;
  private final ObjectNode document;
  private final Map<Pair, Backend> backends = new LinkedHashMap<>();

  private ConfigReader(Gateway gateway) {
    this.gateway = gateway;
    this.document = gateway.document();
  }

  static Config read(Gateway gateway) {
    ConfigReader reader = new ConfigReader(gateway);
    List<Rule> rules = reader.rules();
    return new Config(gateway, rules, Map.copyOf(reader.backends));
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (ObjectNode element : Parts.of(document, "requestRoutingRules")) {
      part(element, "httpListener", "httpListeners")
          .flatMap(this::listener)
          .ifPresent(
              listener ->
                  rules.add(
                      new Rule(
                          Parts.name(element),
                          element.path("properties").path("priority").asInt(Integer.MAX_VALUE),
                          listener,
                          destination(element))));
    }
    rules.sort(Comparator.comparingInt(Rule::priority));
    return List.copyOf(rules);
  }

  private Optional<Listener> listener(ObjectNode element) {
    Optional<ObjectNode> frontend =
        part(element, "frontendIPConfiguration", "frontendIPConfigurations");
    Optional<ObjectNode> port = part(element, "frontendPort", "frontendPorts");
    if (frontend.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    List<String> hosts = new ArrayList<>(Json.texts(element, "properties", "hostNames"));
    Json.text(element, "properties", "hostName")
        .filter(name -> !name.isEmpty())
        .ifPresent(hosts::add);
    return Optional.of(
        new Listener(
            Parts.name(element),
            new Entrance(
                Parts.name(frontend.get()), port.get().path("properties").path("port").asInt()),
            Json.text(element, "properties", "protocol")
                .filter("Https"::equalsIgnoreCase)
                .isPresent(),
            hosts.stream().map(HostPattern::of).toList(),
            part(element, "sslCertificate", "sslCertificates").map(Parts::name)));
  }

  private Destination destination(ObjectNode rule) {
    return part(rule, "urlPathMap", "urlPathMaps")
        .map(this::byPath)
        .or(() -> part(rule, "redirectConfiguration", "redirectConfigurations").map(this::redirect))
        .orElseGet(() -> backend(rule, "backendAddressPool", "backendHttpSettings"));
  }

  private Destination byPath(ObjectNode map) {
    List<Destination.PathRule> rules = new ArrayList<>();
    for (ObjectNode rule : Json.objects(map, "properties", "pathRules")) {
      rules.add(
          new Destination.PathRule(Json.texts(rule, "properties", "paths"), destination(rule)));
    }
    Destination otherwise =
        part(map, "defaultRedirectConfiguration", "redirectConfigurations")
            .map(this::redirect)
            .orElseGet(
                () -> backend(map, "defaultBackendAddressPool", "defaultBackendHttpSettings"));
    return new Destination.ByPath(List.copyOf(rules), otherwise);
  }

  private Destination backend(ObjectNode element, String poolField, String settingsField) {
    Optional<ObjectNode> pool = part(element, poolField, "backendAddressPools");
    Optional<ObjectNode> settings = part(element, settingsField, "backendHttpSettingsCollection");
    if (pool.isEmpty() || settings.isEmpty()) {
      return new Destination.Nowhere();
    }
    Pair pair = new Pair(Parts.name(pool.get()), Parts.name(settings.get()));
    backends.computeIfAbsent(
        pair, key -> new Backend(key, Target.of(gateway, settings.get()), members(pool.get())));
    return new Destination.ToBackend(pair);
  }

  private static List<Member> members(ObjectNode pool) {
    List<Member> members = new ArrayList<>();
    for (ObjectNode address : Json.objects(pool, "properties", "backendAddresses")) {
      Json.text(address, "fqdn").ifPresent(name -> members.add(new Member(name, true)));
      Json.text(address, "ipAddress").ifPresent(one -> members.add(new Member(one, false)));
    }
    return members;
  }

  private Destination redirect(ObjectNode element) {
    JsonNode properties = element.path("properties");
    Optional<String> base =
        Json.text(properties, "targetUrl")
            .or(
                () ->
                    part(element, "targetListener", "httpListeners")
                        .flatMap(this::listener)
                        .flatMap(ConfigReader::url));
    if (base.isEmpty()) {
      return new Destination.Nowhere();
    }
    boolean path = properties.path("includePath").asBoolean();
    return new Destination.Elsewhere(
        new Redirection(
            Redirection.status(properties.path("redirectType").asText("")),
            path ? base.get().replaceFirst("/$", "") : base.get(),
            path,
            properties.path("includeQueryString").asBoolean()));
  }

  private static Optional<String> url(Listener listener) {
    int port = listener.entrance().port();
    boolean usual = port == (listener.https() ? 443 : 80);
    Optional<String> host =
        listener.hosts().isEmpty() ? Optional.of(Redirection.SAME_HOST) : listener.onlyHost();
    return host.map(name -> name.toLowerCase(Locale.ROOT))
        .map(
            name -> (listener.https() ? "https://" : "http://") + name + (usual ? "" : ":" + port));
  }

  /** The element that a reference names. */
  private Optional<ObjectNode> part(ObjectNode element, String field, String collection) {
    return Json.text(element, "properties", field, "id")
        .flatMap(id -> Parts.named(document, collection, id.substring(id.lastIndexOf('/') + 1)));
  }
}
