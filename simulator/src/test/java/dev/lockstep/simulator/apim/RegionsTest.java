package dev.lockstep.simulator.apim;

import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import org.junit.jupiter.api.Test;

/** Additional regions, certificates of the platform, and what older versions show. */
class RegionsTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void aRegionGetsItsAddressAndItsGateway() {
    addRegion();
    JsonNode region = azure.read(SERVICE).at("/properties/additionalLocations/0");
    assertThat(region.at("/privateIPAddresses/0").asText()).isEqualTo("10.0.1.6");
    assertThat(region.path("gatewayRegionalUrl").asText())
        .isEqualTo("https://apim-contoso-northeurope-01.regional.azure-api.net");
    ObjectNode again = azure.read(SERVICE);
    azure.put(SERVICE, again);
    azure.finish();
    assertThat(azure.read(SERVICE).at("/properties/additionalLocations/0")).isEqualTo(region);
  }

  @Test
  void oneRegionIsAskedForAlone() {
    TestAzure azure = new TestAzure();
    var status = azure.read(SERVICE + "/locations/West Europe/networkstatus");
    assertThat(status.at("/dnsServers/0").asText()).isEqualTo("168.63.129.16");
    assertThat(status.at("/connectivityStatus/0/status").asText()).isEqualTo("success");
    assertThat(azure.get(SERVICE + "/locations/eastus/networkstatus").status()).isEqualTo(404);
    assertThat(
            azure
                .get(SERVICE.replace("contoso", "none") + "/locations/westeurope/networkstatus")
                .status())
        .isEqualTo(404);
  }

  @Test
  void networkStatusHasAnEntryPerRegion() {
    addRegion();
    JsonNode status = azure.get(SERVICE + "/networkstatus").body().orElseThrow();
    assertThat(status.findValuesAsText("location")).containsExactly("West Europe", "North Europe");
    assertThat(status.at("/1/networkStatus/connectivityStatus/0/status").asText())
        .isEqualTo("success");
  }

  @Test
  void aHostNameWithoutCertificateGetsOneOfThePlatform() {
    ObjectNode document = azure.read(SERVICE);
    ((ArrayNode) document.at("/properties/hostnameConfigurations"))
        .addObject()
        .put("type", "Proxy")
        .put("hostName", "free.contoso.com")
        .put("certificateSource", "Managed");
    azure.put(SERVICE, document);
    assertThat(entry().path("certificateStatus").asText()).isEqualTo("InProgress");
    azure.finish();
    assertThat(entry().path("certificateSource").asText()).isEqualTo("Managed");
    assertThat(entry().path("certificateStatus").asText()).isEqualTo("Completed");
    assertThat(entry().at("/certificate/subject").asText()).isEqualTo("CN=free.contoso.com");
    assertThat(entry().path("keyVaultId").isNull()).isTrue();
  }

  @Test
  void anOlderVersionDoesNotShowWhatANewerKnows() {
    azure.patch(SERVICE, json("{'properties':{'developerPortalStatus':'Disabled'}}"));
    azure.finish();
    assertThat(azure.read(SERVICE).at("/properties/developerPortalStatus").asText())
        .isEqualTo("Disabled");
    assertThat(
            azure
                .read(SERVICE + "?api-version=2022-08-01")
                .path("properties")
                .has("developerPortalStatus"))
        .isFalse();
  }

  private JsonNode entry() {
    for (JsonNode one : azure.read(SERVICE).at("/properties/hostnameConfigurations")) {
      if (one.path("hostName").asText().equals("free.contoso.com")) {
        return one;
      }
    }
    throw new AssertionError("the host name is not there");
  }

  private void addRegion() {
    azure.patch(
        SERVICE,
        json(
            "{'properties':{'additionalLocations':[{'location':'northeurope','sku':{'name':'Premium','capacity':1},'virtualNetworkConfiguration':{'subnetResourceId':'"
                + NETWORK
                + "/subnets/snet-apim'}}]}}"));
    azure.finish();
  }
}
