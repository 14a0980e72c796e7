package dev.lockstep.cli.certs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
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

  /** The key and the chain of a PFX. */
  static Holder read(Path file, char[] password) throws CertsProblem {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, password);
        if (key instanceof PrivateKey secret) {
          return new Holder(
              secret,
              Arrays.stream(store.getCertificateChain(alias))
                  .map(X509Certificate.class::cast)
                  .toList());
        }
      }
    } catch (GeneralSecurityException | IOException unreadable) {
      throw new CertsProblem(
          "%s cannot be opened; is it a folder that 'lockstep certs' made, and is the password that of its password.txt?"
              .formatted(file),
          unreadable);
    }
    throw new CertsProblem("%s holds no private key".formatted(file));
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
