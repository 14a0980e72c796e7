package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;

/** How one element of a gateway document names another: {@code {"id": …}}. */
final class ElementReference {
  private ElementReference() {}

  static ObjectNode to(Site site, ElementKey key) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", site.gateway().child(key.collection(), key.name()).value());
  }
}
