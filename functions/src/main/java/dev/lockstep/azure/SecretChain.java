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
 * private key in it is never decoded or decrypted; our copies of the bytes are zeroed. The text
 * that the SDK hands over is a {@code String}, which Java cannot zero: no reference to it is kept.
 */
final class SecretChain {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private SecretChain() {}

  /**
   * The certificates in the order in which they stand; empty when the text is neither PFX nor PEM,
   * or holds none.
   *
   * @param value the secret: base64 of a PFX without password, or PEM (Microsoft Learn,
   *     about-certificates)
   */
  static Optional<List<Certificate>> open(String value) {
    List<Certificate> found = value.contains("-----BEGIN ") ? ofPem(value) : ofPfx(value);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<Certificate> ofPem(String text) {
    List<Certificate> found = new ArrayList<>();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int end = text.indexOf(END, at);
      if (end < 0) {
        return List.of();
      }
      try {
        found.add(
            Certificate.of(
                Base64.getMimeDecoder().decode(text.substring(at + BEGIN.length(), end))));
      } catch (IllegalArgumentException malformed) {
        return List.of();
      }
      at = text.indexOf(BEGIN, end);
    }
    return List.copyOf(found);
  }

  private static List<Certificate> ofPfx(String text) {
    byte[] base64 = text.getBytes(StandardCharsets.US_ASCII);
    byte[] pfx = new byte[0];
    try {
      pfx = Base64.getMimeDecoder().decode(base64);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pfx), new char[0]);
      return certificates(store);
    } catch (IllegalArgumentException | IOException | GeneralSecurityException malformed) {
      return List.of();
    } finally {
      Arrays.fill(base64, (byte) 0);
      Arrays.fill(pfx, (byte) 0);
    }
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
