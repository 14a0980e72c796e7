package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds that nobody plans for: half readable, half moved, spelled in other ways. */
class UnusualWorldsTest {
  private static final String API = "api.contoso.com";
  private static final ResourceId GREEN = service("apim-green");
  private static final ElementKey PROBE = new ElementKey("probes", "ls-lockstep-probe-" + API);

  @ParameterizedTest
  @ValueSource(strings = {"Updating", "Activating"})
  void aHostNameOfAServiceThatIsNotToBeBelievedGoesToNobodyElse(String state) {
    Estates estates = Estates.contoso().converged();
    estates.bind(Estates.binding("green", GREEN)).lists(GREEN, proxy(API));
    estates.reads(SERVICE, state, List.of("10.0.1.5"), proxy(API));

    Plan plan = estates.plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.blocked())
        .filteredOn(b -> b.code() == BlockCode.HOST_DUPLICATE)
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.binding()).isEqualTo("green");
              assertThat(b.reason())
                  .isEqualTo(
                      "claimed by green (Proxy) and published for apim-contoso, of which nothing is"
                          + " known now");
              assertThat(b.remedy())
                  .isEqualTo(
                      "wait until apim-contoso can be read and is settled, or release the host"
                          + " name");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "null", "{}"})
  void aMatchThatIsLeftOutIsTheDefault(String spelling) {
    Estates estates = Estates.contoso().converged();
    estates.colleague(
        gateway -> {
          ObjectNode probe = properties(gateway, PROBE);
          switch (spelling) {
            case "absent" -> probe.remove("match");
            case "null" -> probe.putNull("match");
            default -> probe.putObject("match");
          }
        });

    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.plan().gatewayBody()).isEmpty();
  }

  @Test
  void aRecordThatAPoolGoesByStaysThoughAnotherGatewayWantsOneElsewhere() {
    ResourceId elsewhere = new ResourceId(ZONE.value().replace("rg-edge", "rg-other"));
    Estates estates = Estates.contoso().converged();
    estates.with(b -> b.dns(new DnsPolicy(PrivateDns.NONE, PublicDns.NONE)));
    estates.neighbours.add(
        new Estates.BindingEdit(
                DnsEstates.neighbourOf(estates)
                    .with(new DnsPolicy(PrivateDns.SERVICE, PublicDns.NONE), List.of()))
            .zones(elsewhere)
            .binding());
    estates.zones.put(elsewhere, Reading.known(new Zone(elsewhere, List.of())));

    Plan plan = estates.plan();

    assertThat(plan.records()).isEmpty();
    assertThat(plan.blocked()).extracting(Blocked::code).contains(BlockCode.RECORD_IN_USE);
  }

  @Test
  void aPublicFrontendIsPublicHoweverItsIdIsSpelled() {
    Estates estates = Estates.contoso();
    estates.lists(SERVICE, endpoint(EndpointType.MANAGEMENT, "management.contoso.com"));
    estates.with(
        b ->
            b.endpoints(
                java.util.Map.of(
                    EndpointType.MANAGEMENT,
                    Estates.policy(Estates.PUBLIC, "/ServiceStatus", 60, 300))));
    estates.colleague(
        gateway -> {
          ObjectNode address =
              (ObjectNode)
                  properties(gateway, new ElementKey("frontendIPConfigurations", Estates.PUBLIC))
                      .path("publicIPAddress");
          address.put(
              "id", address.path("id").asText().replace("/subscriptions", "/Subscriptions"));
        });

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.FRONTEND_PUBLIC);
  }

  @Test
  void aCertificateStaysWhileAForeignListenerRefersToItWhateverStandsBeforeTheGatewaysName() {
    Estates estates = Estates.contoso().converged();
    String certificate =
        name(estates.gateway, "sslCertificates", "ls-lockstep-cert-").orElseThrow();
    estates.colleague(
        gateway -> {
          JsonNode listener = gateway.at("/properties/httpListeners/0/properties");
          ((ObjectNode) listener)
              .putObject("sslCertificate")
              .put(
                  "id",
                  "/subscriptions/ffffffff-0000-0000-0000-000000000000/resourceGroups/x/providers/"
                      + "Microsoft.Network/applicationGateways/AGW-edge/sslCertificates/"
                      + certificate);
        });
    estates.lists(
        SERVICE,
        endpoint(
            EndpointType.PROXY, API, Optional.of("https://kv-edge.vault.azure.net/secrets/newer")));

    Plan plan = estates.plan();

    assertThat(plan.changes()).isNotEmpty();
    assertThat(plan.gatewayBody().orElseThrow().at("/properties/sslCertificates").toString())
        .contains("\"" + certificate + "\"", "secrets/newer");
  }

  @Test
  void anElementWithoutPropertiesLeavesLikeAnyOther() {
    Estates estates = Estates.contoso().converged();
    estates.lists(SERVICE, proxy("other.contoso.com")).after(Duration.ofMinutes(5));
    estates.colleague(gateway -> element(gateway, PROBE).orElseThrow().putNull("properties"));

    assertThat(estates.plan().changes())
        .filteredOn(c -> c.kind() == Change.Kind.REMOVE)
        .extracting(Change::subject)
        .contains(new Subject.GatewayElement(PROBE));
  }

  private static ObjectNode properties(ObjectNode gateway, ElementKey key) {
    return (ObjectNode) element(gateway, key).orElseThrow().path("properties");
  }

  private static Optional<ObjectNode> element(ObjectNode gateway, ElementKey key) {
    for (JsonNode element : gateway.path("properties").path(key.collection())) {
      if (element.path("name").asText().equals(key.name())) {
        return Optional.of((ObjectNode) element);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(ObjectNode gateway, String collection, String stem) {
    for (JsonNode element : gateway.path("properties").path(collection)) {
      if (element.path("name").asText().startsWith(stem)) {
        return Optional.of(element.path("name").asText());
      }
    }
    return Optional.empty();
  }
}
