package dev.lockstep.cli.rollover;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roots that a gateway document lists.
 *
 * @param settings thumbprints that the setting of each host name refers to
 * @param uploaded thumbprints of all roots of the document
 */
record Trusted(Map<String, Set<String>> settings, Set<String> uploaded) {

  static Trusted of(JsonNode document, List<String> hosts) {
    JsonNode properties = document.path("properties");
    Map<String, String> roots = new HashMap<>();
    for (JsonNode root : properties.path("trustedRootCertificates")) {
      roots.put(root.path("name").asText(), thumbprint(root.at("/properties/data").asText()));
    }
    Map<String, Set<String>> settings = new HashMap<>();
    for (JsonNode setting : properties.path("backendHttpSettingsCollection")) {
      String host = setting.at("/properties/hostName").asText();
      if (hosts.contains(host)) {
        Set<String> listed = settings.computeIfAbsent(host, key -> new HashSet<>());
        for (JsonNode reference : setting.at("/properties/trustedRootCertificates")) {
          String id = reference.path("id").asText();
          listed.add(roots.getOrDefault(id.substring(id.lastIndexOf('/') + 1), id));
        }
      }
    }
    return new Trusted(settings, new HashSet<>(roots.values()));
  }

  /** Whether every setting lists these; for none, whether it lists no root at all. */
  boolean listEverywhere(Set<String> wanted) {
    return settings.values().stream()
        .allMatch(listed -> wanted.isEmpty() ? listed.isEmpty() : listed.containsAll(wanted));
  }

  /** Whether none of these is left, neither in a setting nor in the document. */
  boolean free(Set<String> gone) {
    return uploaded.stream().noneMatch(gone::contains);
  }

  private static String thumbprint(String data) {
    try {
      return Thumbprint.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(Base64.getMimeDecoder().decode(data))));
    } catch (CertificateException malformed) {
      throw new IllegalStateException("the gateway holds a root that is no certificate", malformed);
    }
  }
}
