package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustBundle;
import dev.lockstep.model.TrustPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how a binding finds out which roots the gateway needs. */
final class TrustPolicyParser {
  private final Fields binding;
  private final Domains domains;

  private TrustPolicyParser(Fields binding, Domains domains) {
    this.binding = binding;
    this.domains = domains;
  }

  static TrustPolicy parse(Fields binding, Domains domains) {
    return new TrustPolicyParser(binding, domains).parse();
  }

  private TrustPolicy parse() {
    boolean presented = binding.flag(TrustSchema.PRESENTED_CHAIN);
    return new TrustPolicy(
        binding
            .choice(TrustSchema.BACKEND_TRUST, BackendTrust.values(), BackendTrust::wireName)
            .orElse(BackendTrust.AUTO),
        binding.object(TrustSchema.TRUST_BUNDLE).flatMap(this::bundle),
        binding.flag(TrustSchema.READ_CHAIN),
        presented || !binding.has(TrustSchema.PRESENTED_CHAIN));
  }

  private Optional<TrustBundle> bundle(ObjectNode node) {
    String path = binding.at(TrustSchema.TRUST_BUNDLE.name());
    Fields fields = new Fields(node, path, TrustSchema.BUNDLE, binding.problems());
    if (fields.has(TrustSchema.BLOB) == fields.has(TrustSchema.CERTIFICATES)) {
      binding
          .problems()
          .add(path, "has not exactly one of blob and certificates", "give one of the two");
      return Optional.empty();
    }
    return fields.has(TrustSchema.BLOB) ? blob(fields) : Optional.of(certificates(fields));
  }

  private Optional<TrustBundle> blob(Fields fields) {
    Optional<String> text = fields.plain(TrustSchema.BLOB);
    Optional<URI> url =
        domains.storage().isPresent()
            ? text.flatMap(
                t ->
                    new BlobUrl(domains.storage().get())
                        .parse(t, (what, then) -> fields.wrong(TrustSchema.BLOB, what, then)))
            : text.flatMap(t -> anywhere(t, fields));
    return url.map(TrustBundle.Blob::new);
  }

  /** Nothing is going to be read, so only the form counts. */
  private static Optional<URI> anywhere(String text, Fields fields) {
    if (text.matches(TrustSchema.BLOB.shape(Shape.Text.class).pattern())) {
      return Optional.of(URI.create(text));
    }
    fields.wrong(
        TrustSchema.BLOB, "is not the https URL of a blob", "give it, up to the question mark");
    return Optional.empty();
  }

  private TrustBundle certificates(Fields fields) {
    List<SecretId> ids = new ArrayList<>();
    List<JsonNode> items = fields.list(TrustSchema.CERTIFICATES);
    for (int i = 0; i < items.size(); i++) {
      certificate(items.get(i).asText(), fields.at("certificates[" + i + "]"), ids);
    }
    return new TrustBundle.Certificates(ids);
  }

  private void certificate(String text, String path, List<SecretId> ids) {
    // Certificate and secret have the same name and version (Microsoft Learn, about-certificates).
    String ofSecret =
        text.toLowerCase(Locale.ROOT).replaceFirst("^(https://[^/]+)/certificates/", "$1/secrets/");
    Optional<SecretId> id = SecretId.tryParse(ofSecret);
    if (id.isEmpty()) {
      binding
          .problems()
          .add(
              path,
              "is not the id of a Key Vault certificate",
              "use https://<vault>." + domains.vaults() + "/certificates/<name>");
    } else if (!id.get().vault().endsWith("." + domains.vaults())) {
      binding
          .problems()
          .add(
              path,
              "vault " + id.get().vault() + " is not below " + domains.vaults(),
              "use a vault of this cloud, or set LOCKSTEP_CLOUD or LOCKSTEP_VAULT_SUFFIX");
    } else if (ids.contains(id.get())) {
      binding.problems().add(path, "is listed twice", "list each certificate once");
    } else {
      ids.add(id.get());
    }
  }
}
