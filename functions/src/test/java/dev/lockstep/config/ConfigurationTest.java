package dev.lockstep.config;

import static dev.lockstep.config.Samples.GATEWAY;
import static dev.lockstep.config.Samples.MINIMAL;
import static dev.lockstep.config.Samples.SERVICE;
import static dev.lockstep.config.Samples.WAF_POLICY;
import static dev.lockstep.config.Samples.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.model.BackendTrust;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustBundle;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.model.TrustedRoot;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @Test
  void defaults() {
    assertThat(parse("{'bindings':[{" + MINIMAL + "}]}").bindings())
        .containsExactly(
            new Binding(
                "a",
                new ResourceId(SERVICE),
                new ResourceId(GATEWAY),
                List.of(),
                Map.of(
                    EndpointType.PROXY,
                    new EndpointPolicy(
                        Optional.empty(),
                        "/status-0123456789abcdef",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(120),
                        8,
                        Duration.ofSeconds(180),
                        false)),
                Map.of(),
                List.of(),
                "ls",
                300,
                Mode.CONFIRM,
                DeletePolicy.SYNC,
                new DeleteCap(5, 50),
                Duration.ofSeconds(60)));
  }

  @Test
  void everyPropertyExplicit() {
    Configuration configuration = parse(Samples.everyProperty());

    assertThat(configuration.bindings())
        .containsExactly(
            new Binding(
                    "contoso.prod",
                    new ResourceId(SERVICE),
                    new ResourceId(GATEWAY),
                    List.of(new ResourceId(ZONE)),
                    Map.of(
                        EndpointType.MANAGEMENT,
                        new EndpointPolicy(
                            Optional.of("both"),
                            "/up",
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(7),
                            3,
                            Duration.ofSeconds(90),
                            true,
                            new EndpointOptions(
                                PoolKind.ADDRESS,
                                Optional.of(new HostName("up.contoso.com")),
                                true,
                                Optional.of(new ResourceId(WAF_POLICY)),
                                Optional.of("strict"),
                                Optional.of(Duration.ofMinutes(1)),
                                true))),
                    Map.of(
                        new HostName("api.contoso.com"), "https://kv.vault.azure.net/secrets/api"),
                    List.of(
                        new TrustedRoot.Existing("root-a"),
                        new TrustedRoot.Uploaded(TestCertificates.DER)),
                    "x1",
                    60,
                    Mode.APPLY,
                    DeletePolicy.UPSERT_ONLY,
                    new DeleteCap(2, 10),
                    Duration.ofMinutes(10))
                .with(new DnsPolicy(PrivateDns.FRONTEND, PublicDns.ALIAS), List.of("westeurope"))
                .withFreezes(
                    List.of(
                        new FreezeWindow(
                            "0 0 18 * * FRI", Duration.ofHours(62), ZoneId.of("Europe/Berlin"))))
                .withTrust(
                    new TrustPolicy(
                        BackendTrust.LISTED,
                        Optional.of(
                            new TrustBundle.Blob(
                                URI.create("https://stpki.blob.core.windows.net/pki/bundle.pem"))),
                        true,
                        false)));
    assertThat(configuration.discovery())
        .contains(
            new Discovery(
                List.of(
                    new ResourceId("/subscriptions/s"),
                    new ResourceId("/subscriptions/s/resourceGroups/g")),
                List.of("apim-a", SERVICE + "-b"),
                "gw",
                "zones",
                Optional.of("public")));
  }

  @Test
  void theCertificatesOfABundleAreTakenByTheirSecretWithTheirVersion() {
    assertThat(
            parse(
                    "{'bindings':[{"
                        + MINIMAL
                        + ",'trustBundle':{'certificates':["
                        + "'https://KV.vault.azure.net/certificates/Root/0f1',"
                        + "'https://kv.vault.azure.net/secrets/sub']}}]}")
                .bindings()
                .get(0)
                .trust())
        .isEqualTo(
            new TrustPolicy(
                BackendTrust.AUTO,
                Optional.of(
                    new TrustBundle.Certificates(
                        List.of(
                            new SecretId("kv.vault.azure.net", "root", Optional.of("0f1")),
                            new SecretId("kv.vault.azure.net", "sub", Optional.empty())))),
                false,
                true));
  }

  @Test
  void aBundleIsReadOnlyWhereTokensMayGoAndNoSignatureIsRepeated() {
    String text =
        "{'bindings':[{%s,'trustBundle':{'blob':'https://st.blob.evil.example/a/b?sig=Abc'}}]}"
            .formatted(MINIMAL)
            .replace('\'', '"');
    Domains domains = new Domains("vault.azure.net", Optional.of("core.windows.net"));

    assertThat(problems(() -> Configuration.parse(text, domains)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("bindings[0].trustBundle.blob");
              assertThat(problem.message()).contains("signature").doesNotContain("Abc");
            });
    assertThat(
            problems(() -> Configuration.parse(text.replace("?sig=Abc", ""), domains))
                .get(0)
                .message())
        .contains("tokens go nowhere else");
  }

  @Test
  void probeDefaultsByType() {
    Binding binding =
        parse("{'bindings':[{" + MINIMAL + ",'endpoints':{'DeveloperPortal':{},'Management':{}}}]}")
            .bindings()
            .get(0);

    EndpointPolicy portal = binding.endpoints().get(EndpointType.DEVELOPER_PORTAL);
    EndpointPolicy management = binding.endpoints().get(EndpointType.MANAGEMENT);
    assertThat(binding.endpoints()).hasSize(2);
    assertThat(portal.probePath()).isEqualTo("/signin");
    assertThat(management.probePath()).isEqualTo("/ServiceStatus");
    assertThat(portal.probeInterval()).isEqualTo(Duration.ofSeconds(60));
    assertThat(portal.probeTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(management.unhealthyThreshold()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "bad-bindings.csv", delimiter = '|', quoteCharacter = '~')
  void eachProblemNamesItsPlaceAndItsRemedy(String property, String path, String remedy) {
    assertThat(problems(Samples.with(property)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.remedy()).contains(remedy);
              assertThat(problem.message()).isNotBlank();
            });
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(
            problems(
                "{'bindings':[{'name':'a b','service':'%s','zones':[1]},7,{}],'more':1}"
                    .formatted(GATEWAY)))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "more",
            "bindings[0].name",
            "bindings[0].service",
            "bindings[0].gateway",
            "bindings[0].zones[0]",
            "bindings[1]",
            "bindings[2].name",
            "bindings[2].service",
            "bindings[2].gateway");
  }

  @Test
  void namesAndPairsAreUnique() {
    assertThat(problems("{'bindings':[{" + MINIMAL + "},{" + MINIMAL + "}]}"))
        .extracting(Problem::path)
        .containsExactly("bindings[1].name", "bindings[1].service");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                          | $        | is not a JSON object
          {'bindings':[]              | $        | is not valid JSON in line 1
          {'bindings':[],'bindings':[]} | $      | is not valid JSON
          {'bindings':[]} x           | $        | is not valid JSON
          {}                          | bindings | is missing
          {'bindings':{}}             | bindings | is not a list
          """)
  void aTextThatHoldsNoBindingsIsRefused(String json, String path, String message) {
    assertThat(problems(json))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.message()).startsWith(message);
            });
  }

  @Test
  void noBindingsAtAllIsAConfiguration() {
    assertThat(parse("{'bindings':[]}").bindings()).isEmpty();
  }

  @Test
  void certificatesAreTakenAsPemBase64OfDerAndBase64OfPem() {
    String base64OfPem =
        java.util.Base64.getEncoder()
            .encodeToString(
                TestCertificates.PEM.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    for (String data :
        List.of(TestCertificates.PEM.replace("\n", "\\n"), TestCertificates.DER, base64OfPem)) {
      assertThat(
              parse("{'bindings':[{" + MINIMAL + ",'trustedRoots':[{'data':'" + data + "'}]}]}")
                  .bindings()
                  .get(0)
                  .trustedRoots())
          .containsExactly(new TrustedRoot.Uploaded(TestCertificates.DER));
    }
  }

  @Test
  void aPrivateKeyIsRefusedWithoutBeingRepeated() {
    String pem = TestCertificates.privateKeyPem().replace("\n", "\\n");
    String der = TestCertificates.privateKeyDer();
    for (String data : List.of(pem, der, pem + TestCertificates.PEM.replace("\n", "\\n"))) {
      ConfigurationProblems thrown =
          catchThrowableOfType(
              ConfigurationProblems.class,
              () ->
                  parse(
                      "{'bindings':[{" + MINIMAL + ",'trustedRoots':[{'data':'" + data + "'}]}]}"));

      assertThat(thrown.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.path()).isEqualTo("bindings[0].trustedRoots[0].data");
                assertThat(problem.message()).contains("private key");
              });
      assertThat(thrown.getMessage()).doesNotContain(der.substring(0, 20));
    }
  }

  @Test
  void aBrokenTextIsNeverRepeated() {
    assertThatThrownBy(() -> parse("{'bindings':[{'prefix':'s3cret'"))
        .isInstanceOf(ConfigurationProblems.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void bindingsOfOneGatewayAreOneTarget() {
    Configuration configuration =
        parse(
            """
            {'bindings':[{'name':'a','service':'%s','gateway':'%s'},
              {'name':'b','service':'%s2','gateway':'%s'},
              {'name':'c','service':'%s','gateway':'%s-two'}]}
            """
                .formatted(
                    SERVICE,
                    GATEWAY,
                    SERVICE,
                    GATEWAY
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace("/SUBSCRIPTIONS", "/subscriptions"),
                    SERVICE,
                    GATEWAY));

    assertThat(configuration.targets()).hasSize(2);
    assertThat(configuration.targets().values())
        .extracting(List::size)
        .containsExactlyInAnyOrder(2, 1);
  }

  private static Configuration parse(String json) {
    return Configuration.parse(json.replace('\'', '"'), "vault.azure.net");
  }

  private static List<Problem> problems(String json) {
    return problems(() -> parse(json));
  }

  private static List<Problem> problems(ThrowingCallable parsing) {
    return catchThrowableOfType(ConfigurationProblems.class, parsing).problems();
  }
}
