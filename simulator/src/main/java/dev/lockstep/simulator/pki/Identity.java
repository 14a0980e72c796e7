package dev.lockstep.simulator.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A private key with the certificates that a server presents for it, as a PFX holds them. The order
 * and the completeness of the chain are as wished: broken ones are part of the world.
 *
 * @param key private key of the leaf
 * @param chain what is presented, as a rule the leaf first and the root last
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final String ALIAS = "identity";

  public Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("an identity needs a certificate");
    }
  }

  /** The first certificate that is presented. */
  public X509Certificate first() {
    return chain.get(0);
  }

  /** The last certificate that is presented; the root when the chain is whole. */
  public X509Certificate last() {
    return chain.get(chain.size() - 1);
  }

  /** The same key behind other certificates. */
  public Identity presenting(List<X509Certificate> certificates) {
    return new Identity(key, certificates);
  }

  /** The same key behind the first certificates of the chain only. */
  public Identity presentingFirst(int count) {
    return presenting(chain.subList(0, count));
  }

  /** As PKCS#12, with the chain. */
  public byte[] pkcs12(String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password.toCharArray());
      store.setKeyEntry(ALIAS, key, password.toCharArray(), chain.toArray(Certificate[]::new));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException failed) {
      throw new IllegalStateException("cannot write a PKCS#12 store", failed);
    }
  }

  /** Reads the first key with a chain; empty when the bytes or the password are not good. */
  public static Optional<Identity> ofPkcs12(byte[] bytes, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.toCharArray());
      List<Identity> found = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        Key held = store.getKey(alias, password.toCharArray());
        if (held instanceof PrivateKey secret) {
          List<X509Certificate> chain =
              Arrays.stream(store.getCertificateChain(alias))
                  .map(X509Certificate.class::cast)
                  .toList();
          found.add(new Identity(secret, chain));
        }
      }
      return found.stream().findFirst();
    } catch (GeneralSecurityException | IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Names the subject; the key stays unsaid. */
  @Override
  public String toString() {
    return "Identity[" + first().getSubjectX500Principal() + ", chain of " + chain.size() + "]";
  }
}
