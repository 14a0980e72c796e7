package dev.lockstep.azure;

import dev.lockstep.model.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the certificates out of the secret behind a Key Vault certificate, and nothing else. The
 * private key in it is never decoded or decrypted, nothing becomes a {@code String} but
 * certificates, and copies are zeroed.
 */
final class SecretChain {
  private static final byte[] ANY = ascii("-----BEGIN ");
  private static final byte[] BEGIN = ascii("-----BEGIN CERTIFICATE-----");
  private static final byte[] END = ascii("-----END CERTIFICATE-----");

  private SecretChain() {}

  /**
   * The certificates in the order in which they stand; empty when the bytes are neither PFX nor
   * PEM, or hold none.
   *
   * @param value the secret: base64 of a PFX without password, or PEM (Microsoft Learn,
   *     about-certificates); the caller zeroes it
   */
  static Optional<List<Certificate>> open(byte[] value) {
    List<Certificate> found = indexOf(value, ANY, 0) >= 0 ? ofPem(value) : ofPfx(value);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<Certificate> ofPem(byte[] text) {
    List<Certificate> found = new ArrayList<>();
    int at = indexOf(text, BEGIN, 0);
    while (at >= 0) {
      int end = indexOf(text, END, at);
      if (end < 0) {
        return List.of();
      }
      try {
        byte[] block = Arrays.copyOfRange(text, at + BEGIN.length, end);
        found.add(Certificate.of(Base64.getMimeDecoder().decode(block)));
      } catch (IllegalArgumentException malformed) {
        return List.of();
      }
      at = indexOf(text, BEGIN, end);
    }
    return List.copyOf(found);
  }

  private static List<Certificate> ofPfx(byte[] base64) {
    byte[] pfx = new byte[0];
    try {
      pfx = Base64.getMimeDecoder().decode(base64);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pfx), new char[0]);
      return certificates(store);
    } catch (IllegalArgumentException | IOException | GeneralSecurityException malformed) {
      return List.of();
    } finally {
      Arrays.fill(pfx, (byte) 0);
    }
  }

  private static int indexOf(byte[] text, byte[] wanted, int from) {
    for (int at = from; at <= text.length - wanted.length; at++) {
      if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Certificate> certificates(KeyStore store) throws GeneralSecurityException {
    Set<Certificate> found = new LinkedHashSet<>();
    for (String alias : Collections.list(store.aliases())) {
      java.security.cert.Certificate[] chain = store.getCertificateChain(alias);
      if (chain == null) {
        found.add(Certificate.of(store.getCertificate(alias).getEncoded()));
        continue;
      }
      for (java.security.cert.Certificate certificate : chain) {
        found.add(Certificate.of(certificate.getEncoded()));
      }
    }
    return List.copyOf(found);
  }
}
