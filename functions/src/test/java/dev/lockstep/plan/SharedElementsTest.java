package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.model.CertificateText;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.TrustedRoot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What host names share: certificates and roots (the rows of {@link RootChoice}). */
class SharedElementsTest {
  private static final TrustedRoot ROOT = new TrustedRoot.Uploaded(TestCertificates.DER);
  private static final String FOREIGN = "root-contoso-internal-ca";
  private static final String OWN = "root-" + CertificateText.thumbprint(TestCertificates.DER);

  @Test
  void oneCertificateForEachSecretWhateverTheSpelling() {
    Estates estates =
        Estates.contoso()
            .lists(
                SERVICE,
                secret("a.contoso.com", "https://kv-edge.vault.azure.net/secrets/wild"),
                secret("b.contoso.com", "https://KV-edge.vault.azure.net/secrets/Wild/"),
                secret("c.contoso.com", "https://kv-other.vault.azure.net/secrets/wild"));

    assertThat(Looks.ours(estates, "sslCertificates"))
        .containsExactly("cert-kv-edge.wild", "cert-kv-other.wild");
  }

  @Test
  void aForeignCertificateOfTheSameSecretIsLeftToItsOwner() {
    Estates estates =
        Estates.contoso()
            .lists(
                SERVICE,
                secret(
                    "a.contoso.com", "https://kv-fabrikam.vault.azure.net/secrets/wild-fabrikam"));

    assertThat(
            Looks.reference(
                Looks.our(estates, "httpListeners", "listener-a.contoso.com"), "sslCertificate"))
        .isEqualTo("ls-lockstep-cert-kv-fabrikam.wild-fabrikam");
  }

  @Test
  void aForeignRootWithTheSameBytesIsReferredToAndNotChanged() {
    Estates estates = rooted(ROOT, ROOT).colleague(g -> foreignRoot(g, asUploaded()));
    JsonNode before =
        Looks.after(Estates.contoso().colleague(g -> foreignRoot(g, asUploaded())))
            .element(new ElementKey("trustedRootCertificates", FOREIGN))
            .orElseThrow()
            .json();

    assertThat(Looks.ours(estates, "trustedRootCertificates")).isEmpty();
    assertThat(roots(estates)).containsExactly(FOREIGN);
    assertThat(
            Looks.after(estates)
                .element(new ElementKey("trustedRootCertificates", FOREIGN))
                .orElseThrow()
                .json())
        .isEqualTo(before);
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void whenTheForeignRootTurnsIntoAnotherOursIsUploaded() {
    Estates estates =
        rooted(ROOT)
            .colleague(g -> foreignRoot(g, TestCertificates.DER))
            .converged()
            .colleague(g -> foreignRoot(g, "MIIDsomethingElse"));

    assertThat(Looks.ours(estates, "trustedRootCertificates")).containsExactly(OWN);
    assertThat(roots(estates)).containsExactly("ls-lockstep-" + OWN);
  }

  @Test
  void ourRootStaysOursWhenAnEqualOneComes() {
    Estates estates = rooted(ROOT).converged().colleague(g -> foreignRoot(g, TestCertificates.DER));

    assertThat(estates.plan().changes()).isEmpty();
    assertThat(roots(estates)).containsExactly("ls-lockstep-" + OWN);
  }

  @Test
  void namedAndUploadedItIsReferredToOnce() {
    Estates estates =
        rooted(new TrustedRoot.Existing(FOREIGN), ROOT)
            .colleague(g -> foreignRoot(g, TestCertificates.DER));

    assertThat(roots(estates)).containsExactly(FOREIGN);
  }

  @Test
  void aRootWhoseDataIsNotAnsweredIsTakenForTheRightOne() {
    Estates estates =
        rooted(ROOT)
            .converged()
            .colleague(
                g ->
                    g.path("properties")
                        .path("trustedRootCertificates")
                        .forEach(root -> ((ObjectNode) root.path("properties")).remove("data")));

    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void aRootThatWasTurnedToAVaultIsPutRight() {
    Estates estates =
        rooted(ROOT)
            .converged()
            .colleague(
                g ->
                    Estates.edit(
                        g,
                        "trustedRootCertificates",
                        "ls-lockstep-" + OWN,
                        "keyVaultSecretId",
                        "https://kv.vault.azure.net/secrets/x"));

    assertThat(Looks.our(estates, "trustedRootCertificates", OWN).has("keyVaultSecretId"))
        .isFalse();
    assertThat(estates.plan().changes()).hasSize(1);
  }

  private static Estates rooted(TrustedRoot... roots) {
    return Estates.contoso().with(b -> b.roots(roots));
  }

  private static void foreignRoot(ObjectNode gateway, String data) {
    Estates.edit(gateway, "trustedRootCertificates", FOREIGN, "data", data);
  }

  private static List<String> roots(Estates estates) {
    return Looks.our(estates, "backendHttpSettingsCollection", "settings-api.contoso.com")
        .path("trustedRootCertificates")
        .findValuesAsText("id")
        .stream()
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .toList();
  }

  private static String asUploaded() {
    byte[] pem = TestCertificates.PEM.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(pem);
  }

  private static dev.lockstep.model.Endpoint secret(String host, String url) {
    return endpoint(EndpointType.PROXY, host, Optional.of(url));
  }
}
