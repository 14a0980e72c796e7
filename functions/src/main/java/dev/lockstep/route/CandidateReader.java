package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads the candidates of a document, in document order, and the numbers that its rules have. A
 * rule whose listener is not in the document is no candidate.
 */
final class CandidateReader {
  private static final String RULES = "requestRoutingRules";
  private static final String TCP_RULES = "routingRules";

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Numbered> numbers = new ArrayList<>();
  private final ListenerReader listeners;

  CandidateReader(GatewayDocument document) {
    listeners = new ListenerReader(document);
    for (Element rule : document.elements(RULES)) {
      OptionalInt priority = number(rule);
      Reference.of(rule.properties(), "httpListener", ListenerReader.LISTENERS)
          .flatMap(listeners::named)
          .ifPresent(listener -> candidates.add(candidate(rule, priority, listener)));
    }
    // Whether TCP and TLS rules share the numbers is not documented; a free one is free for both.
    document.elements(TCP_RULES).forEach(this::number);
  }

  /** A rule's number. */
  record Numbered(ElementKey rule, int priority) {}

  List<Candidate> candidates() {
    return candidates;
  }

  ListenerReader listeners() {
    return listeners;
  }

  List<Numbered> numbers() {
    return numbers;
  }

  private OptionalInt number(Element rule) {
    JsonNode priority = rule.properties().path("priority");
    if (!priority.canConvertToInt()) {
      return OptionalInt.empty();
    }
    numbers.add(new Numbered(rule.key(), priority.asInt()));
    return OptionalInt.of(priority.asInt());
  }

  private static Candidate candidate(
      Element rule, OptionalInt priority, ListenerReader.Listener listener) {
    return new Candidate(
        listener.entrance(),
        rule.key(),
        listener.key(),
        priority,
        listener.patterns(),
        listener.https(),
        listener.certificate(),
        DestinationReader.read(rule.properties()));
  }
}
