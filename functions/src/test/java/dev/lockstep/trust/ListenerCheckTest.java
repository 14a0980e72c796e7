package dev.lockstep.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.HostName;
import dev.lockstep.model.SecretId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenerCheckTest {
  private static final HostName HOST = new HostName("api.contoso.com");
  private static final String SECRET = "https://kv-edge.vault.azure.net/secrets/cert-api";
  private static final Made ROOT = Draft.root("Root");
  private static final PublicCertificate GOOD = Draft.leaf(ROOT, HOST.value()).certificate();

  @Test
  void aGoodCertificateHasNoProblem() {
    assertThat(codes(listener(SECRET, GOOD, "application/x-pkcs12", true, "RSA"))).isEmpty();
    assertThat(codes(listener(SECRET, GOOD, "application/x-pem-file", true, "EC"))).isEmpty();
  }

  @Test
  void whatWasNotReadIsNotJudged() {
    ListenerCertificate unread =
        new ListenerCertificate(
            HOST,
            SecretId.tryParse(SECRET).orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(ListenerCheck.problems(unread, Draft.NOW)).isEmpty();
  }

  @Test
  void aVersionedSecretNeverRotates() {
    List<TrustProblem> problems =
        ListenerCheck.problems(
            listener(
                SECRET + "/0123456789abcdef0123456789abcdef",
                GOOD,
                "application/x-pkcs12",
                true,
                "RSA"),
            Draft.NOW);

    assertThat(problems)
        .extracting(TrustProblem::code)
        .containsExactly(TrustCode.CERTIFICATE_PINNED);
    assertThat(problems.get(0).remedy()).isEqualTo("refer to " + SECRET);
  }

  @Test
  void aKeyInHardwareOrNotExportableCannotReachTheGateway() {
    assertThat(codes(listener(SECRET, GOOD, "application/x-pkcs12", false, "RSA")))
        .containsExactly(TrustCode.KEY_NOT_EXPORTABLE);
    assertThat(codes(listener(SECRET, GOOD, "application/x-pkcs12", true, "EC-HSM")))
        .containsExactly(TrustCode.KEY_NOT_EXPORTABLE);
  }

  @Test
  void aSecretOfAnotherFormIsNotRead() {
    assertThat(codes(listener(SECRET, GOOD, "text/plain", true, "RSA")))
        .containsExactly(TrustCode.CONTENT_TYPE_WRONG);
  }

  @Test
  void clientsWantASubjectAlternativeName() {
    PublicCertificate byName = ROOT.issues(HOST.value()).make().certificate();

    assertThat(codes(pfx(byName))).containsExactly(TrustCode.COMMON_NAME_ONLY);
  }

  @Test
  void datesNamesAndKeysAreToldAllAtOnce() {
    PublicCertificate bad =
        ROOT.issues("x")
            .dns("other.contoso.com")
            .days(-90, -1)
            .keys(Keys.pair("RSA", 1024))
            .make()
            .certificate();
    PublicCertificate edwards =
        ROOT.issues("x").dns(HOST.value()).keys(Keys.edwards()).make().certificate();

    assertThat(codes(pfx(bad)))
        .containsExactly(
            TrustCode.CERTIFICATE_EXPIRED, TrustCode.NAME_MISMATCH, TrustCode.KEY_WEAK);
    assertThat(codes(pfx(edwards))).containsExactly(TrustCode.KEY_KIND_UNSUPPORTED);
  }

  @Test
  void aSelfSignedCertificateMayServeAListener() {
    PublicCertificate selfSigned = new Draft("x").dns(HOST.value()).make().certificate();

    assertThat(codes(pfx(selfSigned))).isEmpty();
  }

  private static ListenerCertificate pfx(PublicCertificate certificate) {
    return listener(SECRET, certificate, "application/x-pkcs12", true, "RSA");
  }

  private static ListenerCertificate listener(
      String secret,
      PublicCertificate certificate,
      String contentType,
      boolean exportable,
      String keyType) {
    return new ListenerCertificate(
        HOST,
        SecretId.tryParse(secret).orElseThrow(),
        Optional.of(certificate),
        Optional.of(contentType),
        Optional.of(exportable),
        Optional.of(keyType),
        Optional.of(true));
  }

  private static List<TrustCode> codes(ListenerCertificate listener) {
    return ListenerCheck.problems(listener, Draft.NOW).stream().map(TrustProblem::code).toList();
  }
}
