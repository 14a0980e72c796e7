package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the listeners of a document, each once. A listener whose frontend or port is not in the
 * document is left out: the service refuses such documents, and no request could reach it.
 */
final class ListenerReader {
  static final String LISTENERS = "httpListeners";
  private static final String CERTIFICATES = "sslCertificates";

  private final Entrances entrances;
  private final Map<String, Listener> byName = new HashMap<>();

  ListenerReader(GatewayDocument document) {
    entrances = Entrances.of(document);
    for (Element listener : document.elements(LISTENERS)) {
      read(listener).ifPresent(read -> byName.putIfAbsent(lower(listener.key().name()), read));
    }
  }

  /**
   * What a listener contributes to a candidate; the fields are those of {@link Candidate}.
   *
   * @param key the listener
   */
  record Listener(
      ElementKey key,
      Entrance entrance,
      List<HostPattern> patterns,
      boolean https,
      Optional<ElementKey> certificate) {}

  /** The listener of a name, whatever its case. */
  Optional<Listener> named(ElementKey key) {
    return Optional.ofNullable(byName.get(lower(key.name())));
  }

  private Optional<Listener> read(Element listener) {
    JsonNode properties = listener.properties();
    boolean https = properties.path("protocol").asText().equalsIgnoreCase("Https");
    return entrances
        .of(properties)
        .map(
            entrance ->
                new Listener(
                    listener.key(),
                    entrance,
                    patterns(properties),
                    https,
                    https
                        ? Reference.of(properties, "sslCertificate", CERTIFICATES)
                        : Optional.empty()));
  }

  /** The host names of both properties; the service answers an empty list beside a single name. */
  private static List<HostPattern> patterns(JsonNode listener) {
    List<HostPattern> patterns = new ArrayList<>();
    addName(patterns, listener.path("hostName"));
    listener.path("hostNames").forEach(name -> addName(patterns, name));
    return List.copyOf(patterns);
  }

  private static void addName(List<HostPattern> patterns, JsonNode name) {
    if (name.isTextual() && !name.asText().isEmpty()) {
      patterns.add(new HostPattern(name.asText()));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
