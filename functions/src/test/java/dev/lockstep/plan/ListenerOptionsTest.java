package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be chosen of a listener and its settings, and what is said of an endpoint. */
class ListenerOptionsTest {
  private static final String LISTENER = "listener-api.contoso.com";
  private static final String SETTINGS = "settings-api.contoso.com";

  @Test
  void theFirewallPolicyIsReferredTo() {
    Estates estates = with(BackendOptions.waf("waf-api"));

    assertThat(Looks.reference(listener(estates), "firewallPolicy")).isEqualTo("waf-api");
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Standard_v2, true", "WAF_v2, false", "waf_v2, false"})
  void onlyAGatewayWithAFirewallTakesAPolicy(String tier, boolean blocked) {
    Estates estates =
        with(BackendOptions.waf("waf-api"))
            .colleague(
                g ->
                    g.withObjectProperty("properties").withObjectProperty("sku").put("tier", tier));

    assertThat(Looks.blocked(estates))
        .isEqualTo(
            blocked
                ? java.util.List.of(
                    "wafUnavailable: agw-edge is of tier Standard_v2, which has no firewall; take"
                        + " wafPolicy out of endpoints.Proxy, or change the gateway to WAF_v2")
                : java.util.List.of());
  }

  @Test
  void anSslProfileHasToStandOnTheGateway() {
    Estates estates = with(BackendOptions.sslProfile("Mutual"));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "sslProfileUnknown: the gateway has no SSL profile 'Mutual'; create it, or take"
                + " sslProfile out of endpoints.Proxy");
    assertThat(
            Looks.blocked(
                estates.colleague(g -> profile(g, "strict")).colleague(g -> profile(g, "old"))))
        .containsExactly(
            "sslProfileUnknown: the gateway has no SSL profile 'Mutual'; name one of strict, old"
                + " in endpoints.Proxy.sslProfile");
    estates.colleague(g -> profile(g, "mutual"));
    assertThat(Looks.reference(listener(estates), "sslProfile")).isEqualTo("Mutual");
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void drainingIsSwitchedOnWithItsTime() {
    Estates estates = with(BackendOptions.drain(Duration.ofMinutes(2)));

    assertThat(settings(estates).path("connectionDraining"))
        .hasToString("{\"enabled\":true,\"drainTimeoutInSec\":120}");
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void whatIsNotConfiguredIsNotOursToJudge() {
    Estates estates =
        Estates.contoso()
            .converged()
            .colleague(
                g -> {
                  ObjectNode listener = our(g, "httpListeners");
                  listener.putObject("firewallPolicy").put("id", "/subscriptions/s/waf");
                  listener.putObject("sslProfile").put("id", Estates.GATEWAY + "/sslProfiles/x");
                  our(g, "backendHttpSettingsCollection")
                      .putObject("connectionDraining")
                      .put("enabled", true)
                      .put("drainTimeoutInSec", 7);
                });
    assertThat(estates.plan().changes()).isEmpty();

    estates.colleague(g -> our(g, "httpListeners").put("hostName", "x.contoso.com"));

    assertThat(listener(estates).path("hostName").asText()).isEqualTo("api.contoso.com");
    assertThat(listener(estates).path("firewallPolicy").path("id").asText())
        .isEqualTo("/subscriptions/s/waf");
    assertThat(Looks.reference(listener(estates), "sslProfile")).isEqualTo("x");
  }

  @Test
  void withoutOptionsNothingOfThemIsWritten() {
    Estates estates = Estates.contoso();

    assertThat(listener(estates).has("firewallPolicy")).isFalse();
    assertThat(listener(estates).has("sslProfile")).isFalse();
    assertThat(settings(estates).has("connectionDraining")).isFalse();
    assertThat(settings(estates).path("cookieBasedAffinity").asText()).isEqualTo("Disabled");
    assertThat(settings(estates).path("requestTimeout").asInt()).isEqualTo(180);
  }

  @Test
  void affinityThatAColleagueSwitchesOnIsSwitchedOff() {
    Estates estates =
        Estates.contoso()
            .converged()
            .colleague(
                g -> our(g, "backendHttpSettingsCollection").put("cookieBasedAffinity", "Enabled"));

    assertThat(settings(estates).path("cookieBasedAffinity").asText()).isEqualTo("Disabled");
  }

  @Test
  void aPortalThatIsSwitchedOffGetsNothingAndKeepsWhatItHas() {
    Endpoint portal = endpoint(EndpointType.DEVELOPER_PORTAL, "portal.contoso.com");
    Estates estates =
        Estates.contoso()
            .lists(SERVICE, proxy("api.contoso.com"), portal)
            .service(s -> s.disabled(EndpointType.DEVELOPER_PORTAL));

    assertThat(Looks.ours(estates, "httpListeners")).containsExactly(LISTENER);
    assertThat(Looks.warnings(estates))
        .containsExactly(
            "endpointDisabled: DeveloperPortal is switched off in apim-contoso, so nothing is"
                + " made for portal.contoso.com; switch it on, or take the host name out of the"
                + " service");

    Estates published = Estates.contoso().lists(SERVICE, proxy("api.contoso.com"), portal);
    published.converged().service(s -> s.disabled(EndpointType.DEVELOPER_PORTAL));
    assertThat(published.plan().changes()).isEmpty();
    assertThat(published.after(Duration.ofDays(1)).plan().changes()).isEmpty();
    assertThat(published.plan().pending()).isEmpty();
  }

  @Test
  void clientCertificatesAreWarnedOfAndThePlanGoesOn() {
    Endpoint api = proxy("api.contoso.com");
    Estates estates =
        Estates.contoso()
            .lists(
                SERVICE,
                new Endpoint(
                    api.type(), api.host(), api.secretId(), Optional.empty(), false, true, false));

    assertThat(Looks.warnings(estates))
        .containsExactly(
            "clientCertificateLost: apim-contoso asks clients of api.contoso.com for a"
                + " certificate, which the gateway cannot pass on; let the gateway check it with"
                + " an SSL profile, and switch negotiateClientCertificate off");
    assertThat(Looks.ours(estates, "httpListeners")).containsExactly(LISTENER);
  }

  @Test
  void theSameNameInLettersAndInAsciiIsOneHost() {
    Estates estates =
        Estates.contoso()
            .with(
                b ->
                    b.certificates(
                        Map.of(
                            new HostName("b\u00fccher.contoso.com"),
                            "https://kv-edge.vault.azure.net/secrets/b")))
            .lists(
                SERVICE,
                endpoint(EndpointType.PROXY, "b\u00fccher.contoso.com", Optional.empty()),
                endpoint(EndpointType.PROXY, "xn--bcher-kva.contoso.com", Optional.empty()));

    assertThat(estates.plan().blocked()).isEmpty();
    assertThat(Looks.ours(estates, "httpListeners"))
        .containsExactly("listener-xn--bcher-kva.contoso.com");
    assertThat(estates.plan().changes())
        .extracting(Change::reason)
        .contains("apim-contoso lists xn--bcher-kva.contoso.com (b\u00fccher.contoso.com)");
  }

  @Test
  void theSameNameWithTwoSecretsIsContested() {
    Estates estates =
        Estates.contoso()
            .lists(
                SERVICE,
                endpoint(EndpointType.PROXY, "x.contoso.com", Optional.of("https://kv/secrets/a")),
                endpoint(EndpointType.PROXY, "x.contoso.com", Optional.of("https://kv/secrets/b")));

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsOnly(BlockCode.HOST_DUPLICATE);
  }

  private static Estates with(EndpointOptions options) {
    return Estates.contoso().with(b -> b.options(options));
  }

  private static JsonNode listener(Estates estates) {
    return Looks.our(estates, "httpListeners", LISTENER);
  }

  private static JsonNode settings(Estates estates) {
    return Looks.our(estates, "backendHttpSettingsCollection", SETTINGS);
  }

  private static void profile(ObjectNode gateway, String name) {
    gateway
        .withObjectProperty("properties")
        .withArrayProperty("sslProfiles")
        .addObject()
        .put("name", name)
        .put("id", Estates.GATEWAY + "/sslProfiles/" + name)
        .putObject("properties");
  }

  /** Properties of our only element in a collection. */
  private static ObjectNode our(ObjectNode gateway, String collection) {
    for (JsonNode element : gateway.path("properties").path(collection)) {
      if (element.path("name").asText().startsWith("ls-lockstep-")) {
        return (ObjectNode) element.path("properties");
      }
    }
    throw new AssertionError("nothing of ours in " + collection);
  }
}
