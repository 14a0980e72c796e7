package dev.lockstep.simulator.network;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.world.ResourceId;
import org.junit.jupiter.api.Test;

class PlainTypeTest {
  private static final String ADDRESS =
      GROUP + "/providers/Microsoft.Network/publicIPAddresses/pip-agw";

  private final TestAzure azure = new TestAzure();

  @Test
  void aSecurityGroupShowsTheRulesThatNobodyWrote() {
    String group = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/plain";
    azure.put(group, json("{'location':'westeurope'}"));
    ObjectNode shown = azure.read(group);
    assertThat(shown.at("/properties/defaultSecurityRules")).hasSize(6);
    assertThat(shown.at("/properties/defaultSecurityRules/2/name").asText())
        .isEqualTo("DenyAllInBound");
    azure.put(group, shown);
    assertThat(azure.read(group).at("/properties/defaultSecurityRules"))
        .as("sent back, they stay what they are")
        .hasSize(6);
    assertThat(azure.azure.world().resources().find(ResourceId.of(group)).orElseThrow().document())
        .as("and are not kept")
        .isEqualTo(json("{'location':'westeurope','properties':{}}"));
  }

  @Test
  void showsNetworksWithTheirSubnets() {
    ArmResponse response = azure.get(NETWORK);
    ObjectNode network = body(response);
    assertThat(response.header("ETag")).contains(network.path("etag").asText());
    assertThat(Reference.shape(network))
        .contains(
            "/properties/provisioningState STRING",
            "/properties/subnets/*/id STRING",
            "/properties/subnets/*/etag STRING",
            "/properties/subnets/*/properties/addressPrefix STRING");
    assertThat(network.at("/properties/subnets/1/id").asText())
        .isEqualTo(NETWORK + "/subnets/snet-apim");
    JsonNode subnet = azure.read(NETWORK + "/subnets/snet-apim");
    assertThat(subnet).isEqualTo(network.at("/properties/subnets/1"));
    assertThat(azure.read(NETWORK + "/subnets").path("value")).hasSize(2);
  }

  @Test
  void aSubnetIsWrittenByItselfOrWithItsNetwork() {
    assertThat(
            azure
                .put(
                    NETWORK + "/subnets/snet-new",
                    json("{'properties':{'addressPrefix':'10.0.2.0/24'}}"))
                .status())
        .isEqualTo(201);
    assertThat(azure.read(NETWORK).at("/properties/subnets")).hasSize(3);
    assertThat(
            azure
                .put(
                    NETWORK + "/subnets/snet-new",
                    json("{'properties':{'addressPrefix':'10.0.3.0/24'}}"))
                .status())
        .isEqualTo(200);
    assertThat(azure.read(NETWORK).at("/properties/subnets/2/properties/addressPrefix").asText())
        .isEqualTo("10.0.3.0/24");
    assertThat(azure.delete(NETWORK + "/subnets/snet-new").status()).isEqualTo(200);
    assertThat(azure.get(NETWORK + "/subnets/snet-new").status()).isEqualTo(404);
    ObjectNode network = azure.read(NETWORK);
    network
        .withObject("/properties")
        .withArray("subnets")
        .addObject()
        .put("name", "snet-two")
        .putObject("properties")
        .put("addressPrefix", "10.0.4.0/24");
    assertThat(azure.put(NETWORK, network).status()).isEqualTo(200);
    assertThat(azure.read(NETWORK + "/subnets/snet-two").at("/properties/addressPrefix").asText())
        .isEqualTo("10.0.4.0/24");
    assertThat(azure.put(NETWORK + "-none/subnets/x", json("{}")).status()).isEqualTo(404);
  }

  @Test
  void rulesOfSecurityGroupsAreShownAndReachable() {
    String group = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/nsg-agw";
    assertThat(
            azure
                .read(group)
                .at("/properties/securityRules/0/properties/destinationPortRange")
                .asText())
        .isEqualTo("65200-65535");
    assertThat(azure.read(group + "/securityRules/allow-https").at("/properties/access").asText())
        .isEqualTo("Allow");
  }

  @Test
  void publicAddressesGetAnAddressAndKeepIt() {
    assertThat(azure.read(ADDRESS).at("/properties/ipAddress").asText()).isEqualTo("20.50.10.30");
    ObjectNode body =
        json("{'location':'westeurope','properties':{'publicIPAllocationMethod':'Static'}}");
    ArmResponse created = azure.put(ADDRESS + "-new", body);
    assertThat(created.status()).isEqualTo(201);
    String address = body(created).at("/properties/ipAddress").asText();
    assertThat(address).startsWith("203.0.113.");
    assertThat(body(azure.put(ADDRESS + "-new", body)).at("/properties/ipAddress").asText())
        .isEqualTo(address);
    assertThat(
            azure
                .read(SUBSCRIPTION + "/providers/Microsoft.Network/publicIPAddresses")
                .path("value"))
        .hasSize(3);
    assertThat(body(azure.patch(ADDRESS, json("{'tags':{'a':'b'}}"))).at("/tags/a").asText())
        .isEqualTo("b");
    assertThat(azure.delete(ADDRESS + "-new").status()).isEqualTo(200);
    assertThat(azure.delete(ADDRESS + "-new").status()).isEqualTo(204);
  }

  @Test
  void identitiesAndVaultsCanBeRead() {
    String identity =
        GROUP
            + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agw?api-version=2023-01-31";
    ObjectNode shown = azure.read(identity);
    assertThat(shown.at("/properties/clientId").asText())
        .isEqualTo("98066158-8a17-44d9-9cbe-e7047331f76c");
    assertThat(shown.has("etag")).isFalse();
    String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/kv-edge?api-version=2023-07-01";
    assertThat(azure.read(vault).at("/properties/vaultUri").asText())
        .isEqualTo("https://kv-edge.vault.azure.net/");
  }
}
