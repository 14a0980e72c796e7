package dev.lockstep.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpClient;
import com.azure.security.keyvault.certificates.CertificateClient;
import com.azure.security.keyvault.certificates.CertificateClientBuilder;
import com.azure.security.keyvault.certificates.models.CertificateProperties;
import com.azure.security.keyvault.certificates.models.ImportCertificateOptions;
import com.azure.security.keyvault.certificates.models.KeyVaultCertificateWithPolicy;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.keyvault.api.DataAccess;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pem;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Java SDKs of Key Vault, with their challenge authentication, on a simulated vault. */
class KeyVaultClientsTest {
  private static final String NAME = "cert-api-contoso-com";

  private static Simulator simulator;
  private static CertificateClient certificates;
  private static SecretClient secrets;

  @BeforeAll
  static void start() {
    simulator = Quick.start();
    HttpClient http = SdkAccess.http(simulator);
    TokenCredential credential = SdkAccess.credential(simulator, http);
    String vault = simulator.ready().path("vaultEndpoint").asText() + "/kv-edge";
    // At an address the resource of the challenge can not be the domain of the vault.
    certificates =
        new CertificateClientBuilder()
            .vaultUrl(vault)
            .credential(credential)
            .httpClient(http)
            .disableChallengeResourceVerification()
            .buildClient();
    secrets =
        new SecretClientBuilder()
            .vaultUrl(vault)
            .credential(credential)
            .httpClient(http)
            .disableChallengeResourceVerification()
            .buildClient();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aCertificateIsTheOneThatItsSecretHoldsWithKeyAndChain() {
    KeyVaultCertificateWithPolicy certificate = certificates.getCertificate(NAME);
    KeyVaultSecret secret = secrets.getSecret(NAME);

    assertThat(secret.getProperties().getContentType()).isEqualTo("application/x-pkcs12");
    assertThat(secret.getProperties().isManaged()).isTrue();
    assertThat(certificate.getSecretId())
        .isEqualTo(
            "https://kv-edge.vault.azure.net/secrets/%s/%s"
                .formatted(NAME, certificate.getProperties().getVersion()));
    Identity held =
        Identity.ofPkcs12(Base64.getDecoder().decode(secret.getValue()), "").orElseThrow();
    assertThat(held.chain()).hasSize(3);
    assertThat(Base64.getEncoder().encodeToString(certificate.getCer()))
        .isEqualTo(Pem.base64(held.first()));
    assertThat(certificate.getPolicy().getSubject()).isEqualTo("CN=api.contoso.com");
  }

  @Test
  void theThumbprintIsThatOfTheServiceAndOfTheCertificate() {
    CertificateProperties properties = certificates.getCertificate(NAME).getProperties();
    String shown =
        world()
            .look(
                () ->
                    simulator
                        .azure()
                        .world()
                        .resources()
                        .all(ApimService.class)
                        .get(0)
                        .hostNames()
                        .get(1)
                        .at("/certificate/thumbprint")
                        .asText());
    assertThat(HexFormat.of().withUpperCase().formatHex(properties.getX509Thumbprint()))
        .isEqualTo(shown);
  }

  @Test
  void anImportIsANewVersionThatTheWorldServes() {
    Identity made =
        simulator
            .azure()
            .pki()
            .privateAuthority("Contoso")
            .issue(
                LeafRequest.of(
                    "portal.contoso.com", Validity.around(Instant.now(), Duration.ofDays(90))));
    String name = "cert-portal-contoso-com";
    String before = certificates.getCertificate(name).getProperties().getVersion();

    KeyVaultCertificateWithPolicy imported =
        certificates.importCertificate(
            new ImportCertificateOptions(name, made.pkcs12("secret")).setPassword("secret"));

    assertThat(imported.getProperties().getVersion()).isNotEqualTo(before);
    assertThat(
            certificates.listPropertiesOfCertificateVersions(name).stream()
                .map(CertificateProperties::getVersion))
        .containsExactly(before, imported.getProperties().getVersion());
    assertThat(certificates.getCertificateVersion(name, before).getProperties().getVersion())
        .isEqualTo(before);
    Vaults vaults = simulator.azure().vaults();
    world()
        .look(
            () -> {
              var newest = vaults.find("kv-edge", name).orElseThrow();
              assertThat(vaults.identity(newest).chain()).isEqualTo(made.chain());
              return true;
            });
    assertThatThrownBy(
            () ->
                certificates.importCertificate(new ImportCertificateOptions(name, new byte[] {1})))
        .isInstanceOf(HttpResponseException.class)
        .hasMessageContaining("can not be read");
  }

  @Test
  void aSwitchedOffOrDeletedVersionCannotBeReadByAGateway() {
    String name = "cert-management-contoso-com";
    SecretId id = SecretId.parse("https://kv-edge.vault.azure.net/secrets/" + name).orElseThrow();
    assertThat(readable(id)).isTrue();

    CertificateProperties properties = certificates.getCertificate(name).getProperties();
    certificates.updateCertificateProperties(properties.setEnabled(false));
    assertThat(readable(id)).isFalse();
    certificates.updateCertificateProperties(properties.setEnabled(true));
    assertThat(readable(id)).isTrue();

    certificates.beginDeleteCertificate(name).poll();
    assertThat(readable(id)).isFalse();
    assertThatThrownBy(() -> certificates.getCertificate(name))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("was not found in this key vault");
    certificates.beginRecoverDeletedCertificate(name).poll();
    assertThat(readable(id)).isTrue();
  }

  @Test
  void secretsHaveVersionsAndPages() {
    for (int i = 0; i < 30; i++) {
      secrets.setSecret("plain-" + i, "value " + i);
    }
    secrets.setSecret("plain-0", "newer");

    assertThat(secrets.getSecret("plain-0").getValue()).isEqualTo("newer");
    assertThat(secrets.listPropertiesOfSecretVersions("plain-0")).hasSize(2);
    assertThat(secrets.listPropertiesOfSecrets().stream().map(SecretProperties::getName))
        .contains(NAME, "plain-0", "plain-29")
        .doesNotHaveDuplicates();
    secrets.beginDeleteSecret("plain-1").poll();
    assertThatThrownBy(() -> secrets.getSecret("plain-1"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void whoMayNotIsToldWhichActionIsMissing() {
    simulator.azure().vaultApi().use((principal, action, vault) -> !action.contains("getSecret"));
    try {
      assertThatThrownBy(() -> secrets.getSecret(NAME))
          .isInstanceOf(HttpResponseException.class)
          .hasMessageContaining("Microsoft.KeyVault/vaults/secrets/getSecret/action");
      assertThat(certificates.getCertificate(NAME).getName()).isEqualTo(NAME);
    } finally {
      simulator.azure().vaultApi().use(DataAccess.OPEN);
    }
  }

  private static boolean readable(SecretId id) {
    return world().look(() -> simulator.azure().vaults().readable(id));
  }

  private static World world() {
    return simulator.azure().world();
  }
}
