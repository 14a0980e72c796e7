package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The gateway once more, as plainly as possible: sorts the rules of an entrance, tries them one by
 * one, and matches host names by regular expressions. Shares nothing with the router.
 */
final class Oracle {
  private final JsonNode properties;
  private final Behaviour behaviour;
  private final Map<String, List<JsonNode>> inOrder = new HashMap<>();
  private final Map<String, Pattern> compiled = new HashMap<>();

  Oracle(GatewayDocument gateway, Behaviour behaviour) {
    this.properties = gateway.properties();
    this.behaviour = behaviour;
  }

  /** Names only, in lower case; {@code none} for nothing. */
  record Answer(String rule, String listener, String certificate) {
    Answer {
      rule = rule.toLowerCase(Locale.ROOT);
      listener = listener.toLowerCase(Locale.ROOT);
      certificate = certificate.toLowerCase(Locale.ROOT);
    }
  }

  Answer ask(String frontend, int port, Optional<String> sni, String host) {
    List<JsonNode> rules =
        inOrder.computeIfAbsent(frontend + ":" + port, entrance -> rules(frontend, port));
    Optional<JsonNode> taker = first(rules, rule -> takes(listener(rule), host));
    return new Answer(
        taker.map(rule -> rule.path("name").asText()).orElse("none"),
        taker.map(rule -> listener(rule).path("name").asText()).orElse("none"),
        presenter(rules, sni).map(rule -> last(listener(rule), "sslCertificate")).orElse("none"));
  }

  private List<JsonNode> rules(String frontend, int port) {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode rule : properties.path("requestRoutingRules")) {
      JsonNode listener = listener(rule);
      if (same(last(listener, "frontendIPConfiguration"), frontend) && port(listener) == port) {
        rules.add(rule);
      }
    }
    rules.sort(
        Comparator.comparing(
            (JsonNode rule) -> rule.path("properties").path("priority").asInt(1_000_000)));
    if (behaviour.has(Unverified.MULTI_SITE_FIRST_WITHOUT_PRIORITY)) {
      List<JsonNode> late = new ArrayList<>(rules);
      late.removeIf(
          rule -> rule.path("properties").has("priority") || !hosts(listener(rule)).isEmpty());
      rules.removeAll(late);
      rules.addAll(late);
    }
    return rules;
  }

  private Optional<JsonNode> presenter(List<JsonNode> all, Optional<String> sni) {
    List<JsonNode> rules =
        all.stream()
            .filter(r -> listener(r).path("properties").path("protocol").asText().equals("Https"))
            .toList();
    Optional<JsonNode> first = first(rules, rule -> true);
    if (sni.isEmpty()) {
      return behaviour.has(Unverified.FIRST_RULE_ANSWERS_WITHOUT_SNI)
          ? first
          : first(rules, rule -> hosts(listener(rule)).isEmpty()).or(() -> first);
    }
    if (behaviour.has(Unverified.EXACT_SNI_FIRST)) {
      Optional<JsonNode> named =
          first(rules, rule -> hosts(listener(rule)).contains(sni.get().toLowerCase(Locale.ROOT)));
      if (named.isPresent()) {
        return named;
      }
    }
    return first(rules, rule -> takes(listener(rule), sni.get())).or(() -> first);
  }

  private boolean takes(JsonNode listener, String host) {
    List<String> hosts = hosts(listener);
    return hosts.isEmpty() || hosts.stream().anyMatch(pattern -> matches(pattern, host));
  }

  boolean matches(String pattern, String host) {
    return compiled
        .computeIfAbsent(pattern.toLowerCase(Locale.ROOT), text -> Pattern.compile(regex(text)))
        .matcher(host.toLowerCase(Locale.ROOT))
        .matches();
  }

  private String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        regex.append(behaviour.has(Unverified.ASTERISK_MATCHES_NOTHING) ? ".*" : ".+");
      } else if (c == '?') {
        regex.append(behaviour.has(Unverified.QUESTION_MARK_STOPS_AT_PERIOD) ? "[^.]" : ".");
      } else {
        regex.append(c == '.' ? "\\." : String.valueOf(c));
      }
    }
    return regex.toString();
  }

  /** The host names of a listener in lower case. */
  static List<String> hosts(JsonNode listener) {
    List<String> hosts = new ArrayList<>();
    if (listener.path("properties").hasNonNull("hostName")) {
      hosts.add(listener.path("properties").path("hostName").asText().toLowerCase(Locale.ROOT));
    }
    listener
        .path("properties")
        .path("hostNames")
        .forEach(host -> hosts.add(host.asText().toLowerCase(Locale.ROOT)));
    return hosts;
  }

  private JsonNode listener(JsonNode rule) {
    return named("httpListeners", last(rule, "httpListener"));
  }

  private int port(JsonNode listener) {
    return named("frontendPorts", last(listener, "frontendPort"))
        .path("properties")
        .path("port")
        .asInt();
  }

  private JsonNode named(String collection, String name) {
    for (JsonNode element : properties.path(collection)) {
      if (same(element.path("name").asText(), name)) {
        return element;
      }
    }
    throw new IllegalArgumentException("no " + collection + "/" + name);
  }

  private static String last(JsonNode element, String property) {
    String[] parts = element.path("properties").path(property).path("id").asText().split("/");
    return parts[parts.length - 1];
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  private static Optional<JsonNode> first(List<JsonNode> rules, Predicate<JsonNode> wanted) {
    return rules.stream().filter(wanted).findFirst();
  }
}
