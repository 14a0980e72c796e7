package dev.lockstep.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PkiTest {
  private static final Instant START = Instant.parse("2026-01-15T10:20:30Z");
  private static final Validity YEAR = Validity.around(START, Duration.ofDays(365));

  private final Pki pki = new Pki(7, START);

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void issuesChainsThatThePkixValidatorOfTheJdkAccepts(KeyKind kind) throws Exception {
    CertificateAuthority root = CertificateAuthority.root("Root", YEAR, kind, 1);
    Identity identity =
        root.intermediate("Middle", YEAR)
            .issue(LeafRequest.of("api.contoso.com", YEAR).withKeys(kind));
    assertThat(identity.chain()).hasSize(3).last().isEqualTo(root.certificate());
    assertThat(identity.key().getAlgorithm()).isEqualTo(kind.name());
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(START));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509")
                .generateCertPath(identity.chain().subList(0, 2)),
            parameters);
    assertThat(identity.first().getSubjectAlternativeNames())
        .containsExactly(List.of(2, "api.contoso.com"));
    assertThat(identity.first().getBasicConstraints()).isEqualTo(-1);
    assertThat(identity.first().getNotAfter().toInstant()).isEqualTo(YEAR.to());
  }

  @Test
  void theSameSeedGivesTheSameCertificatesInAnyOrder() {
    Pki again = new Pki(7, START);
    X509Certificate contoso = again.privateAuthority("Contoso").rootCertificate();
    assertThat(pki.publicRoots()).isEqualTo(again.publicRoots());
    assertThat(pki.privateAuthority("Contoso").rootCertificate()).isEqualTo(contoso);
    LeafRequest request = LeafRequest.of("api.contoso.com", YEAR);
    assertThat(pki.publicAuthority().issue(request, "v1").chain())
        .isEqualTo(again.publicAuthority().issue(request, "v1").chain())
        .isNotEqualTo(again.publicAuthority().issue(request, "v2").chain());
    assertThat(new Pki(8, START).publicRoots()).isNotEqualTo(pki.publicRoots());
  }

  @Test
  void aPfxHoldsKeyAndChain() {
    Identity identity = pki.publicAuthority().issue(LeafRequest.of("api.contoso.com", YEAR));
    byte[] pfx = identity.pkcs12("secret");
    assertThat(Identity.ofPkcs12(pfx, "secret")).contains(identity);
    assertThat(Identity.ofPkcs12(pfx, "wrong")).isEmpty();
    assertThat(Identity.ofPkcs12(new byte[] {1, 2, 3}, "")).isEmpty();
  }

  @Test
  void textFormsOfCertificatesAreReadBack() {
    X509Certificate root = pki.publicRoots().get(0);
    String pem = Pem.of(List.of(root));
    assertThat(Pem.ofBase64(Pem.base64(root))).contains(root);
    assertThat(
            Pem.ofBase64(
                Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII))))
        .contains(root);
    assertThat(Pem.ofBase64("****")).isEmpty();
  }

  @Test
  void anAuthorityIsFoundByItsRoot() {
    CertificateAuthority contoso = pki.privateAuthority("Contoso");
    assertThat(pki.below(contoso.rootCertificate())).contains(contoso);
    X509Certificate stranger = new Pki(8, START).publicRoots().get(0);
    assertThat(pki.below(stranger)).isEmpty();
  }
}
