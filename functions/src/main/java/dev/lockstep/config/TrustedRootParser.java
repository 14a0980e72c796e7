package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.TrustedRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code trustedRoots}. What is given as data is never repeated in a message: it may be a key
 * by mistake.
 */
final class TrustedRootParser {
  private TrustedRootParser() {}

  static List<TrustedRoot> parse(Fields binding) {
    List<TrustedRoot> roots = new ArrayList<>();
    List<JsonNode> items = binding.list(Schema.TRUSTED_ROOTS);
    for (int i = 0; i < items.size(); i++) {
      String path = binding.at("trustedRoots[" + i + "]");
      if (items.get(i) instanceof ObjectNode node) {
        root(new Fields(node, path, Schema.trustedRoot(), binding.problems()), path)
            .ifPresent(
                root -> {
                  if (roots.contains(root)) {
                    binding.problems().add(path, "is listed twice", "list each root once");
                  }
                  roots.add(root);
                });
      } else {
        binding
            .problems()
            .add(path, "is not an object", "give {\"existing\": name} or {\"data\": certificate}");
      }
    }
    return roots;
  }

  private static Optional<TrustedRoot> root(Fields fields, String path) {
    if (fields.has(Schema.EXISTING) == fields.has(Schema.DATA)) {
      fields
          .problems()
          .add(path, "has not exactly one of existing and data", "give one of the two");
      return Optional.empty();
    }
    if (fields.has(Schema.EXISTING)) {
      return fields.text(Schema.EXISTING).map(TrustedRoot.Existing::new);
    }
    Optional<String> text = fields.text(Schema.DATA);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (CertificateText.looksPrivate(text.get())) {
      fields.wrong(
          Schema.DATA,
          "holds a private key or a PFX",
          "give only the root certificate, and treat the key as disclosed");
      return Optional.empty();
    }
    Optional<String> der = CertificateText.toDer(text.get());
    if (der.isEmpty()) {
      fields.wrong(
          Schema.DATA, "is not one certificate", "give one certificate as PEM or as base64 of DER");
    }
    return der.map(TrustedRoot.Uploaded::new);
  }
}
