package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateBundleTest {
  private static final Made ROOT = Draft.root("Root");
  private static final Made LEAF = Draft.leaf(ROOT, "api.contoso.com");

  @Test
  void theOrderOfThePemBlocksSaysNothing() {
    CertificateBundle one = CertificateBundle.ofText("# ours\n" + pem(ROOT) + "\n" + pem(LEAF));
    CertificateBundle other = CertificateBundle.ofText(pem(LEAF) + pem(ROOT) + pem(LEAF));

    assertThat(one.problems()).isEmpty();
    assertThat(one).isEqualTo(other);
    assertThat(Set.copyOf(one.certificates()))
        .isEqualTo(Set.of(ROOT.certificate(), LEAF.certificate()));
  }

  @Test
  void everyFormInWhichACertificateIsKeptIsRead() {
    byte[] der = ROOT.certificate().der();

    assertThat(CertificateBundle.ofBytes(der).certificates()).containsExactly(ROOT.certificate());
    assertThat(CertificateBundle.ofBytes(ascii(pem(ROOT))).certificates())
        .containsExactly(ROOT.certificate());
    assertThat(CertificateBundle.ofText(base64(der)).certificates())
        .containsExactly(ROOT.certificate());
    assertThat(CertificateBundle.ofText(base64(ascii(pem(ROOT) + pem(LEAF)))).certificates())
        .hasSize(2);
    assertThat(CertificateBundle.ofText(pem(ROOT).replace("\n", "\r\n")).certificates())
        .containsExactly(ROOT.certificate());
  }

  @Test
  void aPrivateKeyIsRefusedWholeAndNotShown() throws Exception {
    String key = Base64.getMimeEncoder().encodeToString(LEAF.keys().getPrivate().getEncoded());
    String block = "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "x",
        LEAF.keys().getPrivate(),
        "secret".toCharArray(),
        new Certificate[] {LEAF.certificate().x509()});
    ByteArrayOutputStream pfx = new ByteArrayOutputStream();
    store.store(pfx, "secret".toCharArray());

    for (CertificateBundle bundle :
        new CertificateBundle[] {
          CertificateBundle.ofText(pem(ROOT) + block),
          CertificateBundle.ofBytes(LEAF.keys().getPrivate().getEncoded()),
          CertificateBundle.ofBytes(ascii(block)),
          CertificateBundle.ofText(base64(ascii(block))),
          CertificateBundle.ofBytes(pfx.toByteArray()),
          CertificateBundle.ofText(base64(pfx.toByteArray()))
        }) {
      assertThat(bundle.certificates()).isEmpty();
      assertThat(bundle.problems()).hasSize(1);
      assertThat(bundle.problems().get(0))
          .contains("private key")
          .doesNotContain(key.substring(0, 10));
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsKept() {
    CertificateBundle bundle =
        CertificateBundle.ofText(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                + pem(ROOT)
                + "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n"
                + "-----BEGIN CERTIFICATE-----\nAAAA\n");

    assertThat(bundle.certificates()).containsExactly(ROOT.certificate());
    assertThat(bundle.problems()).hasSize(3);
    assertThat(bundle.problems().get(0)).startsWith("block 1 ");
    assertThat(bundle.problems().get(1)).contains("X509 CRL");
    assertThat(bundle.problems().get(2)).contains("no end");
  }

  @Test
  void otherTextsAreToldFromCertificates() {
    assertThat(CertificateBundle.ofText("not a certificate").problems()).hasSize(1);
    assertThat(CertificateBundle.ofText("").certificates()).isEmpty();
    assertThat(CertificateBundle.ofBytes(new byte[] {0x30, 0x03, 0x30, 0x01, 0}).problems())
        .hasSize(1);
    assertThat(CertificateBundle.ofText("x".repeat(CertificateBundle.LONGEST + 1)).problems())
        .hasSize(1);
  }

  @Test
  void thumbprintsAreThoseOfAzure() {
    PublicCertificate certificate = ROOT.certificate();
    byte[] x5t = Base64.getUrlDecoder().decode(certificate.x5t());

    assertThat(certificate.sha1()).matches("[0-9A-F]{40}");
    assertThat(HexFormat.of().withUpperCase().formatHex(x5t)).isEqualTo(certificate.sha1());
    assertThat(certificate.sha256()).matches("[0-9a-f]{64}");
  }

  static String pem(Made made) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made.certificate().der())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
