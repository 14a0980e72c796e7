package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.EndpointType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wildcard host names, and the rows of {@link ProbeHostCheck}. */
class WildcardTest {
  private static final String HOST = "wildcard..contoso.com";

  @Test
  void theClientsHostNameGoesThroughToTheServicesAddress() {
    Estates estates = wildcard("status.contoso.com");

    assertThat(Looks.our(estates, "backendAddressPools", "pool-" + HOST).path("backendAddresses"))
        .hasToString("[{\"ipAddress\":\"10.0.1.5\"}]");
    JsonNode settings = Looks.our(estates, "backendHttpSettingsCollection", "settings-" + HOST);
    assertThat(settings.has("hostName")).isFalse();
    assertThat(settings.path("pickHostNameFromBackendAddress").asBoolean(true)).isFalse();
    JsonNode listener = Looks.our(estates, "httpListeners", "listener-" + HOST);
    assertThat(listener.has("hostName")).isFalse();
    assertThat(listener.path("hostNames")).hasToString("[\"*.contoso.com\"]");
    assertThat(listener.path("requireServerNameIndication").asBoolean()).isTrue();
    JsonNode probe = Looks.our(estates, "probes", "probe-" + HOST);
    assertThat(probe.path("host").asText()).isEqualTo("status.contoso.com");
    assertThat(probe.path("pickHostNameFromBackendHttpSettings").asBoolean(true)).isFalse();
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void aHostNameThatAColleagueSetsGoesAgain() {
    Estates estates =
        wildcard("status.contoso.com")
            .converged()
            .colleague(
                g -> {
                  set(g, "backendHttpSettingsCollection", "settings-" + HOST);
                  set(g, "httpListeners", "listener-" + HOST);
                });

    assertThat(estates.plan().changes())
        .flatExtracting(Change::fields)
        .extracting(FieldChange::path, FieldChange::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("properties.hostName", java.util.Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("properties.hostName", java.util.Optional.empty()));
  }

  @Test
  void theWordWildcardIsAHostNameOfItsOwn() {
    Estates estates =
        Estates.contoso()
            .with(b -> b.options(BackendOptions.probing("wildcard.contoso.com")))
            .lists(SERVICE, proxy("*.contoso.com"), proxy("wildcard.contoso.com"));

    assertThat(Looks.ours(estates, "httpListeners"))
        .containsExactly("listener-wildcard..contoso.com", "listener-wildcard.contoso.com");
  }

  @Test
  void withoutAProbeHostItWaitsAloneAndTheRestGoesOn() {
    Estates estates =
        Estates.contoso().lists(SERVICE, proxy("*.contoso.com"), proxy("api.contoso.com"));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "probeHostMissing: *.contoso.com is a wildcard, and a probe has to ask for an exact"
                + " host name; name one that the service answers in endpoints.Proxy.probeHost");
    assertThat(Looks.ours(estates, "httpListeners")).containsExactly("listener-api.contoso.com");
  }

  @ParameterizedTest
  @CsvSource({
    // Within the wildcard, listed, built in, listed for another type, within nothing, two labels.
    "status.contoso.com, true",
    "api.fabrikam.example, true",
    "apim-contoso.azure-api.net, true",
    "portal.example, false",
    "other.example, false",
    "a.b.contoso.com, false",
    "contoso.com, false"
  })
  void theProbeAsksForWhatTheServiceAnswers(String probeHost, boolean answered) {
    Estates estates =
        Estates.contoso()
            .with(
                b ->
                    b.options(BackendOptions.probing(probeHost))
                        .zones(Estates.ZONE, Estates.zone("example")))
            .lists(
                SERVICE,
                proxy("*.contoso.com"),
                proxy("api.fabrikam.example"),
                endpoint(EndpointType.DEVELOPER_PORTAL, "portal.example"));

    List<String> wildcards =
        estates.plan().blocked().stream()
            .filter(b -> b.host().filter(h -> h.isWildcard()).isPresent())
            .map(b -> b.code().wireName() + ": " + b.reason() + "; " + b.remedy())
            .toList();
    assertThat(wildcards)
        .isEqualTo(
            answered
                ? List.of()
                : List.of(
                    "probeHostUnknown: apim-contoso answers "
                        + probeHost
                        + " at no Proxy endpoint; name a host name in"
                        + " endpoints.Proxy.probeHost that it lists, or that a wildcard of it"
                        + " covers"));
  }

  @Test
  void anExactHostAsksForItselfUnlessConfigured() {
    assertThat(probeHost(Estates.contoso())).isEqualTo("api.contoso.com");
    assertThat(
            probeHost(
                Estates.contoso()
                    .with(b -> b.options(BackendOptions.probing("apim-contoso.azure-api.net")))))
        .isEqualTo("apim-contoso.azure-api.net");
  }

  @Test
  void aForeignListenerWithTheSameWildcardIsInTheWay() {
    Estates estates =
        wildcard("status.contoso.com")
            .colleague(
                g ->
                    g.path("properties")
                        .path("httpListeners")
                        .forEach(
                            listener -> {
                              if (listener.path("name").asText().equals("fabrikam-wild")) {
                                ((ObjectNode) listener.path("properties"))
                                    .putArray("hostNames")
                                    .add("*.Contoso.com");
                              }
                            }));

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.LISTENER_COLLISION);
  }

  private static String probeHost(Estates estates) {
    return Looks.our(estates, "probes", "probe-api.contoso.com").path("host").asText();
  }

  private static void set(ObjectNode gateway, String collection, String name) {
    Estates.edit(gateway, collection, "ls-lockstep-" + name, "hostName", "x.contoso.com");
  }

  private static Estates wildcard(String probeHost) {
    return Estates.contoso()
        .with(b -> b.options(BackendOptions.probing(probeHost)))
        .lists(SERVICE, proxy("*.contoso.com"));
  }
}
