package dev.lockstep.cli.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate with its private key and those above it.
 *
 * @param key its private key
 * @param chain its certificate first, then each issuer; ends with a root
 */
public record Holder(PrivateKey key, List<X509Certificate> chain) {
  public Holder {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a holder needs a certificate");
    }
  }

  /** Its own certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  List<X509Certificate> below(X509Certificate issued) {
    List<X509Certificate> longer = new ArrayList<>(List.of(issued));
    longer.addAll(chain);
    return longer;
  }

  /** Names the subject; the key stays unsaid. */
  @Override
  public String toString() {
    return "Holder[" + certificate().getSubjectX500Principal() + "]";
  }
}
