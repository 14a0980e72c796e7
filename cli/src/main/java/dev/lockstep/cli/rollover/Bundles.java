package dev.lockstep.cli.rollover;

import dev.lockstep.cli.client.StorageClient;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The trust bundles of all sites, as blobs. The operator adds to them before a renewal. */
final class Bundles {
  private static final String CONTAINER = "/trust";

  private final StorageClient storage;
  private final Map<String, Set<X509Certificate>> known = new TreeMap<>();

  Bundles(StorageClient storage) {
    this.storage = storage;
    storage.createContainer(CONTAINER);
  }

  static String path(Site site) {
    return CONTAINER + "/" + site.key() + ".pem";
  }

  synchronized void add(Site site, List<X509Certificate> authorities) {
    Set<X509Certificate> all = known.computeIfAbsent(site.key(), key -> new LinkedHashSet<>());
    all.addAll(authorities);
    storage.put(path(site), pem(new ArrayList<>(all)));
  }

  private static String pem(List<X509Certificate> certificates) {
    Base64.Encoder base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      try {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(base64.encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      } catch (CertificateEncodingException broken) {
        throw new IllegalStateException("a certificate has no encoding", broken);
      }
    }
    return text.toString();
  }
}
