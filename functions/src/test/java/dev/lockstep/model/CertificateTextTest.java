package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.config.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTextTest {
  @Test
  void allFormsOfOneCertificateAreTheSame() {
    String crlf = TestCertificates.PEM.replace("\n", "\r\n");
    String base64OfPem =
        Base64.getEncoder().encodeToString(crlf.getBytes(StandardCharsets.US_ASCII));

    for (String form : new String[] {TestCertificates.PEM, crlf, base64OfPem}) {
      assertThat(CertificateText.toDer(form)).contains(TestCertificates.DER);
      assertThat(CertificateText.same(form, TestCertificates.DER)).isTrue();
      assertThat(CertificateText.thumbprint(form))
          .isEqualTo(CertificateText.thumbprint(TestCertificates.DER))
          .matches("[0-9a-f]{16}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MIIDdummyRootCertificateBase64Data", "not base64!", "MAA=", "MIIB"})
  void whatIsNoCertificateHasNoDer(String text) {
    assertThat(CertificateText.toDer(text)).isEmpty();
    assertThat(CertificateText.same(text, text)).isTrue();
    assertThat(CertificateText.same(text, TestCertificates.DER)).isFalse();
  }

  @Test
  void twoCertificatesInOneTextAreNotOne() {
    assertThat(CertificateText.toDer(TestCertificates.PEM + TestCertificates.PEM)).isEmpty();
  }

  @Test
  void keysAreToldFromCertificates() {
    String pem = TestCertificates.privateKeyPem();
    String base64OfPem =
        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

    assertThat(CertificateText.looksPrivate(pem)).isTrue();
    assertThat(CertificateText.looksPrivate(base64OfPem)).isTrue();
    assertThat(CertificateText.looksPrivate(TestCertificates.privateKeyDer())).isTrue();
    assertThat(CertificateText.looksPrivate(TestCertificates.PEM)).isFalse();
    assertThat(CertificateText.looksPrivate(TestCertificates.DER)).isFalse();
  }
}
