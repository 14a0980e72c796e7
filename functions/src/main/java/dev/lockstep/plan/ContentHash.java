package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Sha256;

/** The hash that the owner record keeps of an element's content. */
final class ContentHash {
  private ContentHash() {}

  /** Of the properties that we set; read-only parts and other people's additions do not count. */
  static String of(ObjectNode properties) {
    return Sha256.of(Canonical.text(properties)).substring(0, 16);
  }
}
