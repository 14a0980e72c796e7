package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trusted roots of others by their DER bytes. They are decoded once per plan, and only if some
 * site needs a root.
 */
final class ForeignRoots {
  private final Estate estate;
  private Optional<Map<String, ElementKey>> byDer = Optional.empty();

  ForeignRoots(Estate estate) {
    this.estate = estate;
  }

  /** The first by name that holds the certificate. */
  Optional<ElementKey> equalTo(String der) {
    if (byDer.isEmpty()) {
      byDer = Optional.of(read());
    }
    return CertificateText.toDer(der).map(byDer.get()::get);
  }

  private Map<String, ElementKey> read() {
    Map<String, ElementKey> roots = new HashMap<>();
    for (Element root : estate.foreign(Kind.ROOT.collection())) {
      // Data that is no certificate is equal to nothing.
      CertificateText.toDer(root.properties().path("data").asText(""))
          .ifPresent(der -> roots.merge(der, root.key(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
    }
    return roots;
  }
}
