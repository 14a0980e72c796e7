package dev.lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TrustedRoot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private static final String P = "/subscriptions/s/resourceGroups/g/providers/";
  private static final String SERVICE = P + "Microsoft.ApiManagement/service/apim";
  private static final String GATEWAY = P + "Microsoft.Network/applicationGateways/agw";
  private static final String ZONE = P + "Microsoft.Network/privateDnsZones/contoso.com";
  private static final String WAF_POLICY =
      P + "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf";
  private static final String MINIMAL =
      "'name':'a','service':'" + SERVICE + "','gateway':'" + GATEWAY + "'";

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
    Configuration configuration =
        parse(
            """
            {'bindings':[{'name':'contoso.prod','service':'%s','gateway':'%s','zones':['%s'],
              'endpoints':{'Management':{'frontend':'private','probePath':'/up',
                'probeInterval':'PT5S','probeTimeout':7,'unhealthyThreshold':3,
                'requestTimeout':'90','allowPublic':true,'pool':'address',
                'probeHost':'Up.contoso.com','redirectHttp':true,'wafPolicy':'%s',
                'sslProfile':'strict','drainTimeout':'PT1M','claim':true}},
              'certificates':{'API.contoso.com':'https://KV.vault.azure.net/secrets/Api/'},
              'trustedRoots':[{'existing':'root-a'},{'data':'%s'}],
              'prefix':'x1','ttl':60,'mode':'apply','deletePolicy':'upsert-only',
              'deleteCap':{'hosts':2,'percent':10},'removeAfter':'PT10M',
              'dns':{'private':'frontend','public':'alias'},'regions':['westeurope']}]}
            """
                .formatted(SERVICE, GATEWAY, ZONE, WAF_POLICY, TestCertificates.DER));

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
                        Optional.of("private"),
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
                Map.of(new HostName("api.contoso.com"), "https://kv.vault.azure.net/secrets/api"),
                List.of(
                    new TrustedRoot.Existing("root-a"),
                    new TrustedRoot.Uploaded(TestCertificates.DER)),
                "x1",
                60,
                Mode.APPLY,
                DeletePolicy.UPSERT_ONLY,
                new DeleteCap(2, 10),
                Duration.ofMinutes(10),
                new DnsPolicy(PrivateDns.FRONTEND, PublicDns.ALIAS),
                List.of("westeurope")));
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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'zone':[]                         | bindings[0].zone                           | did you mean 'zones'?
          'zones':['%S']                    | bindings[0].zones[0]                       | privateDnsZones
          'zones':['%Z','%Z']               | bindings[0].zones[1]                       | once
          'zones':'%Z'                      | bindings[0].zones                          | a list
          'endpoints':{}                    | bindings[0].endpoints                      | Proxy
          'endpoints':{'Prxy':{}}           | bindings[0].endpoints.Prxy                 | did you mean 'Proxy'?
          'endpoints':{'Portal':{}}         | bindings[0].endpoints.Portal               | DeveloperPortal
          'endpoints':{'Proxy':1}           | bindings[0].endpoints.Proxy                | {}
          'endpoints':{'Proxy':{},'proxy':{}} | bindings[0].endpoints.proxy              | once
          'endpoints':{'Scm':{}}            | bindings[0].endpoints.Scm.probePath        | no source
          'endpoints':{'Proxy':{'probePath':'x'}} | bindings[0].endpoints.Proxy.probePath | path
          'endpoints':{'Proxy':{'probeInterval':0}} | bindings[0].endpoints.Proxy.probeInterval | 1 s to 24 h
          'endpoints':{'Proxy':{'probeTimeout':'PT25H'}} | bindings[0].endpoints.Proxy.probeTimeout | 1 s to 24 h
          'endpoints':{'Proxy':{'probeTimeout':'soon'}} | bindings[0].endpoints.Proxy.probeTimeout | PT30S
          'endpoints':{'Proxy':{'probeTimeout':'PT0.5S'}} | bindings[0].endpoints.Proxy.probeTimeout | PT30S
          'endpoints':{'Proxy':{'unhealthyThreshold':21}} | bindings[0].endpoints.Proxy.unhealthyThreshold | 1 to 20
          'endpoints':{'Proxy':{'requestTimeout':86401}} | bindings[0].endpoints.Proxy.requestTimeout | 1 s to 24 h
          'endpoints':{'Proxy':{'allowPublic':'yes'}} | bindings[0].endpoints.Proxy.allowPublic | true or false
          'certificates':{'no host':'https://k.vault.azure.net/secrets/a'} | bindings[0].certificates["no host"] | api.contoso.com
          'certificates':{'a.b':'https://k.vault.azure.net/certificates/a'} | bindings[0].certificates["a.b"] | /secrets/
          'certificates':{'a.b':'https://k.vault.azure.net/secrets/a/0f1'} | bindings[0].certificates["a.b"] | use https://k.vault.azure.net/secrets/a
          'certificates':{'a.b':'https://k.vault.evil.net/secrets/a'} | bindings[0].certificates["a.b"] | LOCKSTEP_VAULT_SUFFIX
          'certificates':{'a.b':'https://evilvault.azure.net/secrets/a'} | bindings[0].certificates["a.b"] | LOCKSTEP_VAULT_SUFFIX
          'trustedRoots':[{}]               | bindings[0].trustedRoots[0]                | one of the two
          'trustedRoots':['x']              | bindings[0].trustedRoots[0]                | {"existing": name}
          'trustedRoots':[{'existing':'a'},{'existing':'a'}] | bindings[0].trustedRoots[1] | once
          'trustedRoots':[{'data':'AAAA'}]  | bindings[0].trustedRoots[0].data           | PEM
          'prefix':'Big'                    | bindings[0].prefix                         | lower-case
          'prefix':'more-than-ten'          | bindings[0].prefix                         | 1 to 10
          'ttl':0                           | bindings[0].ttl                            | 1 to 2147483647
          'ttl':'300'                       | bindings[0].ttl                            | whole number
          'ttl':1.5                         | bindings[0].ttl                            | whole number
          'ttl':2147483648                  | bindings[0].ttl                            | 2147483647
          'mode':'aply'                     | bindings[0].mode                           | did you mean 'apply'?
          'deletePolicy':'never'            | bindings[0].deletePolicy                   | sync, upsert-only, create-only
          'deleteCap':{'percent':101}       | bindings[0].deleteCap.percent              | 0 to 100
          'deleteCap':{'host':1}            | bindings[0].deleteCap.host                 | did you mean 'hosts'?
          'deleteCap':5                     | bindings[0].deleteCap                      | an object
          'removeAfter':'PT0S'              | bindings[0].removeAfter                    | 1 s to 7 days
          'prefix':''                       | bindings[0].prefix                         | a text
          """)
  void eachProblemNamesItsPlaceAndItsRemedy(String property, String path, String remedy) {
    String text = property.replace("%S", SERVICE).replace("%Z", ZONE);

    assertThat(problems("{'bindings':[{" + MINIMAL + "," + text + "}]}"))
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
    return catchThrowableOfType(ConfigurationProblems.class, () -> parse(json)).problems();
  }
}
