package dev.lockstep.cli.certs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Certificates as files hold them: PFX with the key, DER and PEM without. */
final class Stores {
  private static final String ALIAS = "certificate";

  private Stores() {}

  static byte[] pfx(Holder holder, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry(ALIAS, holder.key(), password, holder.chain().toArray(Certificate[]::new));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException failed) {
      throw new IllegalStateException("cannot write a PFX", failed);
    }
  }

  /** The key and the chain of a PFX; a chain that stands apart from its key is put together. */
  static Holder read(Path file, byte[] pfx, char[] password)
      throws IOException, GeneralSecurityException, CertsProblem {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pfx), password);
    Optional<PrivateKey> found = Optional.empty();
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password) instanceof PrivateKey secret) {
        found = Optional.of(secret);
        for (Certificate one : store.getCertificateChain(alias)) {
          certificates.add((X509Certificate) one);
        }
      } else {
        certificates.add((X509Certificate) store.getCertificate(alias));
      }
    }
    if (found.isEmpty()) {
      throw new CertsProblem(file + " holds no private key; name a file that does");
    }
    return holder(file, found.get(), certificates);
  }

  static Holder holder(Path file, PrivateKey key, List<X509Certificate> certificates)
      throws CertsProblem {
    List<X509Certificate> chain = Chains.of(key, certificates);
    if (chain.isEmpty()) {
      throw new CertsProblem(file + " holds no certificate of its key; add it to the file");
    }
    return new Holder(key, chain);
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException broken) {
      throw new IllegalStateException("a certificate has no encoding", broken);
    }
  }

  static byte[] pem(List<X509Certificate> certificates) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return certificates.stream()
        .map(
            certificate ->
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(encoder.encodeToString(der(certificate))))
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
