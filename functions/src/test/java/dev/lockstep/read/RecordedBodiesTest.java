package dev.lockstep.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.RecordSet;
import dev.lockstep.plan.Json;
import org.junit.jupiter.api.Test;

/** The readers on what Azure really answered. */
class RecordedBodiesTest {
  @Test
  void aServiceThatIsBeingMade() {
    ApimService service = ServiceReader.read(Json.azure("recorded/apim.put-create.201.json"));

    assertThat(service.isSettled()).isFalse();
    assertThat(service.provisioningState()).isEqualTo("Created");
    assertThat(service.privateAddresses()).isEmpty();
    assertThat(service.endpoints())
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.builtIn()).isTrue();
              assertThat(endpoint.secretId()).isEmpty();
            });
  }

  @Test
  void servicesOfAList() {
    JsonNode cassette =
        Json.azure("recorded/c7n-apim-list-2021-08-01.cassette.json")
            .at("/interactions/0/response/body/data/value/0");

    ApimService service = ServiceReader.read(cassette);

    assertThat(service.isSettled()).isTrue();
    assertThat(service.endpoints()).allMatch(Endpoint::builtIn);
  }

  @Test
  void aServiceWithCustomDomainsOfEachType() {
    ApimService service =
        ServiceReader.read(
            Json.azure("synthetic/apim-internal-multiregion-customdomains.get.json"));

    assertThat(service.endpoints())
        .filteredOn(endpoint -> !endpoint.builtIn())
        .extracting(Endpoint::type)
        .containsExactly(
            EndpointType.PROXY,
            EndpointType.PROXY,
            EndpointType.DEVELOPER_PORTAL,
            EndpointType.MANAGEMENT,
            EndpointType.SCM);
    assertThat(service.endpoints().get(1).host()).isEqualTo(new HostName("api.contoso.com"));
    assertThat(service.regions()).hasSize(1);
    assertThat(service.virtualNetworkType()).isEqualTo("Internal");
  }

  @Test
  void recordSetsOfBothKindsOfZone() {
    RecordSet ofPrivate = RecordSetReader.read(Json.azure("recorded/privatedns-a.get.200.json"));
    RecordSet ofPublic =
        RecordSetReader.read(Json.azure("recorded/publicdns-a.put-create.201.json"));

    assertThat(ofPrivate.type()).isEqualTo("A");
    assertThat(ofPrivate.addresses()).isEmpty();
    assertThat(ofPrivate.ttlSeconds()).isEqualTo(3600);
    assertThat(ofPrivate.etag()).contains("e69c734f-9b93-4b34-8b25-fbbac91cdc7a");
    assertThat(ofPublic.addresses()).containsExactly("10.0.0.10");
    assertThat(ofPublic.ttlSeconds()).isEqualTo(3600);
  }
}
