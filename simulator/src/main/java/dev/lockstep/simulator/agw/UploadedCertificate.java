package dev.lockstep.simulator.agw;

import dev.lockstep.simulator.pki.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Optional;

/** The public part of an uploaded PFX. */
final class UploadedCertificate {
  private UploadedCertificate() {}

  /** What opening a PFX came to. */
  enum Opening {
    OPENED,
    WRONG_PASSWORD,
    NO_KEY
  }

  /** Tries to open a PFX in base64. */
  static Opening open(String data, String password) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password.toCharArray());
      boolean key = Identity.ofPkcs12(bytes, password).isPresent();
      return key ? Opening.OPENED : Opening.NO_KEY;
    } catch (IOException unreadable) {
      // KeyStore.load promises this cause for a wrong password.
      return unreadable.getCause() instanceof UnrecoverableKeyException
          ? Opening.WRONG_PASSWORD
          : Opening.NO_KEY;
    } catch (GeneralSecurityException | IllegalArgumentException noStore) {
      return Opening.NO_KEY;
    }
  }

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
