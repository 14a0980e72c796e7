package dev.lockstep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static final String SERVICE =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/apim-contoso";

  @Test
  void aServiceIsReadWithItsHostNames() {
    ApimService service =
        ServiceReader.read(
            json(
                """
                {'id':'%s','properties':{'provisioningState':'Succeeded',
                 'virtualNetworkType':'Internal','privateIPAddresses':['10.0.1.5'],
                 'additionalLocations':[{'location':'North Europe',
                   'privateIPAddresses':null,'disableGateway':true}],
                 'hostnameConfigurations':[
                  {'type':'Proxy','hostName':'apim-contoso.azure-api.net'},
                  {'type':'Proxy','hostName':'API.contoso.com.','keyVaultId':
                    'https://kv.vault.azure.net/secrets/api','certificateSource':'KeyVault',
                    'defaultSslBinding':true},
                  {'type':'Hologram','hostName':'x.contoso.com'}]}}
                """
                    .formatted(SERVICE)));

    assertThat(service.isSettled()).isTrue();
    assertThat(service.privateAddresses()).containsExactly("10.0.1.5");
    assertThat(service.endpoints()).extracting(Endpoint::builtIn).containsExactly(true, false);
    Endpoint api = service.endpoints().get(1);
    assertThat(api.host()).isEqualTo(new HostName("api.contoso.com"));
    assertThat(api.type()).isEqualTo(EndpointType.PROXY);
    assertThat(api.secretId()).contains("https://kv.vault.azure.net/secrets/api");
    assertThat(api.defaultSslBinding()).isTrue();
    assertThat(service.regions())
        .containsExactly(new ApimService.Region("North Europe", List.of(), true));
    assertThat(service.unknownTypes()).containsExactly("Hologram");
  }

  @Test
  void whatIsSwitchedOffIsRead() {
    ApimService service =
        ServiceReader.read(
            json(
                """
                {'id':'%s','location':'West Europe','properties':{'disableGateway':true,
                 'developerPortalStatus':'disabled'}}
                """
                    .formatted(SERVICE)));

    assertThat(service.location()).isEqualTo("West Europe");
    assertThat(service.gatewayDisabled()).isTrue();
    assertThat(service.disabledTypes()).containsExactly(EndpointType.DEVELOPER_PORTAL);
  }

  @Test
  void whatIsNotSaidIsSwitchedOn() {
    ApimService service =
        ServiceReader.read(
            json(
                "{'id':'%s','properties':{'developerPortalStatus':'Enabled'}}".formatted(SERVICE)));

    assertThat(service.location()).isEmpty();
    assertThat(service.gatewayDisabled()).isFalse();
    assertThat(service.disabledTypes()).isEmpty();
  }

  @Test
  void explicitNullsMeanNothing() {
    ApimService service =
        ServiceReader.read(
            json(
                """
                {'id':'%s','properties':{'provisioningState':'Created',
                 'hostnameConfigurations':null,'privateIPAddresses':null}}
                """
                    .formatted(SERVICE)));

    assertThat(service.endpoints()).isEmpty();
    assertThat(service.privateAddresses()).isEmpty();
    assertThat(service.virtualNetworkType()).isEqualTo("None");
    assertThat(service.isSettled()).isFalse();
  }

  @Test
  void aBodyOfAnotherTypeOrShapeIsRefused() {
    assertThatThrownBy(() -> ServiceReader.read(json("{'error':{'code':'x'}}")))
        .isInstanceOf(MalformedBody.class)
        .hasMessageContaining("no resource id");
    assertThatThrownBy(
            () ->
                ServiceReader.read(
                    json(
                        "{'id':'%s','properties':{'hostnameConfigurations':{}}}"
                            .formatted(SERVICE))))
        .isInstanceOf(MalformedBody.class)
        .hasMessageContaining("hostnameConfigurations is not a list");
    assertThatThrownBy(
            () ->
                ServiceReader.read(
                    json(
                        "{'id':'%s','properties':{'hostnameConfigurations':[{'type':'Proxy'}]}}"
                            .formatted(SERVICE))))
        .isInstanceOf(MalformedBody.class)
        .hasMessageContaining("not a host name");
  }

  @Test
  void privateAndPublicRecordSetsAreReadAlike() {
    RecordSet ofPrivate =
        RecordSetReader.read(
            json(
                """
                {'name':'api','type':'Microsoft.Network/privateDnsZones/A','etag':'e1',
                 'properties':{'ttl':300,'aRecords':[{'ipv4Address':'10.0.1.5'}],
                 'metadata':{'owner':'x'},'isAutoRegistered':true}}
                """));
    RecordSet ofPublic =
        RecordSetReader.read(
            json(
                """
                {'name':'www','type':'Microsoft.Network/dnszones/CNAME','etag':'e2',
                 'properties':{'TTL':60,'CNAMERecord':{'cname':'site.example.'}}}
                """));

    assertThat(ofPrivate.addresses()).containsExactly("10.0.1.5");
    assertThat(ofPrivate.ttlSeconds()).isEqualTo(300);
    assertThat(ofPrivate.metadata()).containsEntry("owner", "x");
    assertThat(ofPrivate.autoRegistered()).isTrue();
    assertThat(ofPublic.type()).isEqualTo("CNAME");
    assertThat(ofPublic.cname()).contains("site.example.");
    assertThat(ofPublic.ttlSeconds()).isEqualTo(60);
    assertThat(ofPublic.etag()).contains("e2");
  }

  @Test
  void aZoneIsAllItsPages() {
    ResourceId id =
        new ResourceId(
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/c.com");
    JsonNode first =
        json("{'value':[{'name':'a','type':'x/A','properties':{}}],'nextLink':'https://n'}");
    JsonNode second = json("{'value':[{'name':'b','type':'x/TXT','properties':{}}]}");

    Zone zone = ZoneReader.read(id, List.of(first, second));

    assertThat(zone.records()).extracting(RecordSet::name).containsExactly("a", "b");
    assertThat(ZoneReader.nextLink(first)).contains("https://n");
    assertThat(ZoneReader.nextLink(second)).isEmpty();
    assertThatThrownBy(() -> ZoneReader.read(id, List.of(json("{'code':'NotFound'}"))))
        .isInstanceOf(MalformedBody.class);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
