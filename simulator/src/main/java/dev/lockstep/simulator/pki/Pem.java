package dev.lockstep.simulator.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Certificates as text. */
public final class Pem {
  private Pem() {}

  /** One PEM block per certificate. */
  public static String of(List<X509Certificate> certificates) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return certificates.stream()
        .map(
            certificate ->
                "-----BEGIN CERTIFICATE-----\n"
                    + encoder.encodeToString(der(certificate))
                    + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  /** Base64 of DER, as gateway documents hold a root. */
  public static String base64(X509Certificate certificate) {
    return Base64.getEncoder().encodeToString(der(certificate));
  }

  /** Reads base64 of DER or base64 of a PEM text; empty for anything else. */
  public static Optional<X509Certificate> ofBase64(String data) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data.getBytes(StandardCharsets.US_ASCII));
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException | IllegalArgumentException noCertificate) {
      return Optional.empty();
    }
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException broken) {
      throw new IllegalStateException("a certificate has no encoding", broken);
    }
  }
}
