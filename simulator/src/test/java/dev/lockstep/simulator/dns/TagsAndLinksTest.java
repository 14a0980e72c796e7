package dev.lockstep.simulator.dns;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import org.junit.jupiter.api.Test;

/** PATCH of zones and links, and registration. */
class TagsAndLinksTest {
  private static final String OTHER = ZONE.replace("contoso.com", "other.com");
  private final TestAzure azure = new TestAzure();

  @Test
  void tagsOfZonesCanBeChangedAlone() {
    assertThat(azure.patch(ZONE, json("{'tags':{'a':'b'}}")).status()).isEqualTo(202);
    azure.finish();
    assertThat(azure.read(ZONE).at("/tags/a").asText()).isEqualTo("b");
    String open =
        GROUP + "/providers/Microsoft.Network/dnsZones/tailwind.example?api-version=2018-05-01";
    azure.put(open, json("{'location':'global'}"));
    assertThat(azure.patch(open, json("{'tags':{'a':'b'}}")).status()).isEqualTo(200);
    assertThat(azure.read(open).at("/tags/a").asText()).isEqualTo("b");
  }

  @Test
  void aNetworkRegistersInOneZoneOnly() {
    azure.put(OTHER, json("{'location':'global'}"));
    azure.finish();
    assertThat(link(ZONE, true).status()).isEqualTo(202);
    azure.finish();
    ArmResponse second = link(OTHER, true);
    assertThat(second.status()).isEqualTo(400);
    assertThat(body(second).path("code").asText()).isEqualTo("BadRequest");
    assertThat(link(OTHER, false).status()).isEqualTo(202);
    azure.finish();
    String first = ZONE + "/virtualNetworkLinks/registering";
    azure.patch(
        first,
        json("{'properties':{'registrationEnabled':false,'resolutionPolicy':'NxDomainRedirect'}}"));
    azure.finish();
    assertThat(azure.read(first).at("/properties/resolutionPolicy").asText())
        .isEqualTo("NxDomainRedirect");
    assertThat(link(OTHER, true).status()).isEqualTo(202);
  }

  private ArmResponse link(String zone, boolean registers) {
    ObjectNode link = json("{'location':'global'}");
    ObjectNode properties = link.putObject("properties");
    properties.put("registrationEnabled", registers);
    properties.putObject("virtualNetwork").put("id", NETWORK);
    return azure.put(zone + "/virtualNetworkLinks/registering", link);
  }
}
