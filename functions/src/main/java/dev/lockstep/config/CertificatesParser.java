package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.HostName;
import dev.lockstep.model.SecretId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code certificates}: which Key Vault secret a host name's certificate is. */
final class CertificatesParser {
  private final Fields fields;
  private final String vaultSuffix;

  private CertificatesParser(Fields fields, String vaultSuffix) {
    this.fields = fields;
    this.vaultSuffix = vaultSuffix;
  }

  static Map<HostName, String> parse(Fields fields, String vaultSuffix) {
    return new CertificatesParser(fields, vaultSuffix).parse();
  }

  private Map<HostName, String> parse() {
    Map<HostName, String> certificates = new LinkedHashMap<>();
    fields
        .object(Schema.CERTIFICATES)
        .ifPresent(
            object ->
                object
                    .properties()
                    .forEach(e -> certificate(certificates, e.getKey(), e.getValue())));
    return certificates;
  }

  private void certificate(Map<HostName, String> certificates, String name, JsonNode value) {
    String path = fields.at("certificates[\"" + Quoted.name(name) + "\"]");
    Optional<HostName> host = HostName.tryParse(name);
    Optional<SecretId> secret = SecretId.tryParse(value.asText());
    if (host.isEmpty()) {
      fields.problems().add(path, "is not a host name", "use a name such as api.contoso.com");
    } else if (secret.isEmpty()) {
      fields
          .problems()
          .add(
              path,
              "is not the id of a Key Vault secret",
              "use https://<vault>." + vaultSuffix + "/secrets/<name>");
    } else if (secret.get().version().isPresent()) {
      fields
          .problems()
          .add(path, "names a version and would never rotate", "use " + secret.get().versionless());
    } else if (!secret.get().vault().endsWith("." + vaultSuffix)) {
      fields
          .problems()
          .add(
              path,
              "vault " + secret.get().vault() + " is not below " + vaultSuffix,
              "use a vault of this cloud, or set LOCKSTEP_CLOUD or LOCKSTEP_VAULT_SUFFIX");
    } else if (certificates.put(host.get(), secret.get().url()) != null) {
      fields.problems().add(path, "is listed twice", "list each host name once");
    }
  }
}
