package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The references inside a gateway document. A reference is an object with an {@code id} of this
 * gateway that is not the element of that id itself, which has a {@code name} too.
 */
public final class References {
  private final String prefix;
  private final Set<String> defined = new HashSet<>();
  private final List<String> used = new ArrayList<>();

  private References(GatewayDocument document) {
    prefix = document.id().key() + "/";
    walk(document.properties());
  }

  /** The ids that are referred to and not there; Azure would refuse the document. */
  public static List<String> dangling(GatewayDocument document) {
    References references = new References(document);
    return references.used.stream()
        .filter(id -> !references.defined.contains(id.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Every id that is referred to, as it is written. */
  public static List<String> of(GatewayDocument document) {
    return List.copyOf(new References(document).used);
  }

  private void walk(JsonNode node) {
    String id = node.path("id").asText("");
    if (id.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      if (node.has("name")) {
        defined.add(id.toLowerCase(Locale.ROOT));
      } else {
        used.add(id);
      }
    }
    node.forEach(this::walk);
  }
}
