package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.azure.StubHttp.Answer;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.trust.Authority;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.junit.jupiter.api.Test;

class KeyVaultTest {
  private static final SecretId API =
      SecretId.tryParse("https://kv-edge.vault.azure.net/secrets/api").orElseThrow();
  private static final Authority ROOT = Authority.root("Vault Root");
  private static final Authority.Server SERVER = ROOT.server("api.contoso.com");

  @Test
  void thePublicPartOfTheNewestVersionIsRead() {
    String body =
        """
        {"id":"https://kv-edge.vault.azure.net/certificates/api/0f1e","cer":"%s",
         "attributes":{"enabled":true,"created":1780000000,"exp":1790000000},
         "policy":{"key_props":{"exportable":true,"kty":"RSA"},"secret_props":{"contentType":"application/x-pkcs12"}}}
        """
            .formatted(SERVER.certificate().der());

    assertThat(vault(body).certificate(API).asValue().orElseThrow())
        .satisfies(
            read -> {
              assertThat(read.version()).isEqualTo("0f1e");
              assertThat(read.certificate()).isEqualTo(SERVER.certificate());
              assertThat(read.contentType()).contains("application/x-pkcs12");
              assertThat(read.keyType()).contains("RSA");
              assertThat(read.exportable()).contains(true);
              assertThat(read.enabled()).contains(true);
              assertThat(read.created()).isPresent();
              assertThat(read.expires()).isPresent();
            });
  }

  @Test
  void theChainIsTakenOutOfAPfxAndOutOfPem() throws Exception {
    List<Certificate> chain = List.of(SERVER.certificate(), ROOT.certificate());
    String pem =
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            + block(SERVER.certificate())
            + block(ROOT.certificate());

    assertThat(vault(secret(pfx())).chain(API)).isEqualTo(Reading.known(chain));
    assertThat(vault(secret(pem)).chain(API)).isEqualTo(Reading.known(chain));
    assertThat(failure(vault(secret("hush-hush")).chain(API)))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
              assertThat(failure.toString()).doesNotContain("hush");
            });
  }

  @Test
  void theChainOfAKeyThatMayNotLeaveTheVaultIsNotGuessed() throws Exception {
    // Microsoft Learn, about-certificates: the value then has no private key.
    Reading<List<Certificate>> pfx = vault(secret(certificatesOnly())).chain(API);
    Reading<List<Certificate>> pem = vault(secret(block(SERVER.certificate()))).chain(API);

    assertThat(failure(pfx).remedy()).contains("not exportable, or in hardware", "trustBundle");
    assertThat(pem).isEqualTo(Reading.known(List.of(SERVER.certificate())));
  }

  @Test
  void aKeyInHardwareIsToldByItsPolicy() {
    String body =
        """
        {"id":"%s/0f1e","cer":"%s","attributes":{"enabled":false},
         "policy":{"key_props":{"exportable":false,"kty":"RSA-HSM"}}}
        """
            .formatted(API.url(), SERVER.certificate().der());

    assertThat(vault(body).certificate(API).asValue().orElseThrow())
        .satisfies(
            read -> {
              assertThat(read.keyType()).contains("RSA-HSM");
              assertThat(read.exportable()).contains(false);
              assertThat(read.enabled()).contains(false);
            });
  }

  @Test
  void aRefusalNamesTheRight() {
    StubHttp http = StubHttp.answering(request -> Answer.of(403, "{}"));
    KeyVault vault = vault(http);

    assertThat(failure(vault.certificate(API)).message())
        .contains("Microsoft.KeyVault/vaults/certificates/read");
    assertThat(failure(vault.chain(API)).remedy()).contains("Lockstep Certificate Chain Reader");
  }

  @Test
  void aVaultOutsideTheSuffixIsAskedNothing() {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{}"));
    SecretId elsewhere = new SecretId("kv.vault.evil.example", "api", Optional.empty());

    assertThat(failure(vault(http).certificate(elsewhere)).message()).contains("vault.azure.net");
    assertThat(failure(vault(http).chain(elsewhere)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(http.requests()).isEmpty();
  }

  private static String secret(String value) {
    return "{\"id\":\"%s/1\",\"value\":\"%s\",\"contentType\":\"application/x-pkcs12\"}"
        .formatted(API.url(), value.replace("\n", "\\n"));
  }

  private static String block(Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n" + certificate.der() + "\n-----END CERTIFICATE-----\n";
  }

  private static String pfx() throws Exception {
    CertificateFactory x509 = CertificateFactory.getInstance("X.509");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "api",
        SERVER.keys().getPrivate(),
        new char[0],
        new java.security.cert.Certificate[] {
          x509.generateCertificate(new ByteArrayInputStream(SERVER.certificate().bytes())),
          x509.generateCertificate(new ByteArrayInputStream(ROOT.certificate().bytes()))
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, new char[0]);
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  // As other tools write it: without the mark by which Java tells a certificate's own entry.
  private static String certificatesOnly() throws Exception {
    PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
    pfx.addData(
        new PKCS12SafeBagBuilder(new X509CertificateHolder(SERVER.certificate().bytes())).build());
    return Base64.getEncoder().encodeToString(pfx.build(null, new char[0]).getEncoded());
  }

  private static ReadFailure failure(Reading<?> reading) {
    return reading.asFailure().orElseThrow();
  }

  private static KeyVault vault(String body) {
    return vault(
        StubHttp.answering(
            request -> Answer.of(200, body).with("Content-Type", "application/json")));
  }

  private static KeyVault vault(StubHttp http) {
    return new KeyVault(http, StubHttp.credential(), "vault.azure.net", ConnectTo.NOTHING);
  }
}
