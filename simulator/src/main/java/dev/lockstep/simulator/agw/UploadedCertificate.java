package dev.lockstep.simulator.agw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Optional;

/** The public part of an uploaded PFX. */
final class UploadedCertificate {
  private UploadedCertificate() {}

  /**
   * What a GET shows as publicCertData: base64 of a PKCS#7 with the certificates, as recorded.
   * Empty when the data is no PFX; the official examples upload {@code ****}.
   */
  static Optional<String> publicPart(String data, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(Base64.getMimeDecoder().decode(data)), password.toCharArray());
      for (Enumeration<String> names = store.aliases(); names.hasMoreElements(); ) {
        Certificate[] chain = store.getCertificateChain(names.nextElement());
        if (chain != null) {
          byte[] encoded =
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(Arrays.asList(chain))
                  .getEncoded("PKCS7");
          return Optional.of(Base64.getEncoder().encodeToString(encoded));
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
