package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ResourceId;
import dev.lockstep.route.CandidateReader.Numbered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides as the gateway does which rule takes a request and which certificate the client sees.
 * Reads the document once; each question after that costs a look-up and the wildcards in its way.
 *
 * <pre>
 * candidates    listeners of that frontend IP configuration and port that a rule uses
 * order         by priority, 1 first; rules without priority after them, in document order
 * takes a host  basic: every host · hostName and hostNames: exact or wildcard, whatever the case
 * the first candidate in order that takes the host wins
 * </pre>
 *
 * <p>So a basic or wildcard listener that comes first takes the traffic of all more exact ones
 * behind it (Microsoft Learn, "Application Gateway listener configuration").
 */
public final class Router {
  private final Behaviour behaviour;
  private final NavigableMap<Entrance, Candidates> byEntrance = new TreeMap<>();
  private final List<Numbered> numbers;
  private final ListenerReader listeners;

  private Router(GatewayDocument document, Behaviour behaviour) {
    this.behaviour = behaviour;
    CandidateReader reader = new CandidateReader(document);
    numbers = List.copyOf(reader.numbers());
    listeners = reader.listeners();
    Map<Entrance, List<Candidate>> grouped = new HashMap<>();
    for (Candidate candidate : reader.candidates()) {
      grouped.computeIfAbsent(candidate.entrance(), e -> new ArrayList<>()).add(candidate);
    }
    grouped.forEach(
        (entrance, candidates) -> {
          candidates.sort(Candidate.order(behaviour));
          byEntrance.put(entrance, new Candidates(candidates, behaviour));
        });
  }

  /** A router of what the documentation says. */
  public static Router of(GatewayDocument document) {
    return of(document, Behaviour.DOCUMENTED);
  }

  /** A router under other assumptions about what is not documented. */
  public static Router of(GatewayDocument document, Behaviour behaviour) {
    return new Router(document, behaviour);
  }

  /**
   * What becomes of a request.
   *
   * @param sni the host name of the TLS handshake; empty for a client that sends none, or for HTTP
   * @param host the Host header, without port
   */
  public Route route(Entrance entrance, Optional<String> sni, String host) {
    Candidates candidates = byEntrance.get(entrance);
    return candidates == null ? new Route.Unmatched(Optional.empty()) : candidates.route(sni, host);
  }

  /** The same by the frontend IP configuration's name. */
  public Route route(String frontend, int port, Optional<String> sni, String host) {
    return route(Entrance.of(frontend, port), sni, host);
  }

  /** The same by the frontend IP configuration's id. */
  public Route route(ResourceId frontend, int port, Optional<String> sni, String host) {
    return route(frontend.name(), port, sni, host);
  }

  /** Every frontend and port at which a listener has a rule. */
  public NavigableSet<Entrance> entrances() {
    return new TreeSet<>(byEntrance.keySet());
  }

  /** The listeners of an entrance that have exactly this host name or pattern, and a rule. */
  public List<ElementKey> naming(Entrance entrance, HostPattern host) {
    return candidates(entrance).inOrder().stream()
        .filter(candidate -> candidate.patterns().contains(host))
        .map(Candidate::listener)
        .toList();
  }

  /** Whether the listener stands at an entrance, with a rule or without. */
  public boolean stands(Entrance entrance, ElementKey listener) {
    return listeners.named(listener).filter(l -> l.entrance().equals(entrance)).isPresent();
  }

  /** Whether the rule stands already where it is to stand, and speaks or does not speak TLS. */
  public boolean isInPlace(NewRule rule) {
    return candidates(rule.entrance()).inOrder().stream()
        .anyMatch(
            candidate -> candidate.rule().equals(rule.rule()) && candidate.https() == rule.https());
  }

  /** The rule whose listener's certificate a handshake is shown; empty where there is no TLS. */
  public Optional<ElementKey> presenter(Entrance entrance, Optional<String> sni) {
    return candidates(entrance).presenter(sni).map(Candidate::rule);
  }

  /** What was assumed. */
  public Behaviour behaviour() {
    return behaviour;
  }

  /** The numbers that rules of the gateway have, whether a request can reach them or not. */
  List<Numbered> numbers() {
    return numbers;
  }

  /** The candidates of an entrance in rule order. */
  Candidates candidates(Entrance entrance) {
    return byEntrance.getOrDefault(entrance, new Candidates(List.of(), behaviour));
  }

  /** The candidates of every entrance. */
  NavigableMap<Entrance, Candidates> byEntrance() {
    return Collections.unmodifiableNavigableMap(byEntrance);
  }
}
