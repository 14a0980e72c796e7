package dev.lockstep.simulator.dns;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTest {
  private static final String NEW =
      GROUP + "/providers/Microsoft.Network/privateDnsZones/new.example";
  private static final String LINK = ZONE + "/virtualNetworkLinks/second";
  private static final ObjectNode LOCATION = json("{'location':'global'}");

  private final TestAzure azure = new TestAzure();

  @Test
  void aPrivateZoneIsMadeSlowlyAsRecorded() {
    ArmResponse put = azure.put(NEW, LOCATION, "If-None-Match", "*");
    assertThat(put.status()).isEqualTo(202);
    assertThat(body(put)).isEqualTo(Reference.recorded("privatedns-zone.put-create.202.json"));
    String operation = put.header("Azure-AsyncOperation").orElseThrow();
    assertThat(operation)
        .startsWith(
            "https://management.azure.com:443"
                + GROUP
                + "/providers/Microsoft.Network/privateDnsOperationStatuses/");
    assertThat(put.header("Location").orElseThrow())
        .startsWith(
            "https://management.azure.com"
                + GROUP
                + "/providers/Microsoft.Network/privateDnsOperationResults/");
    ArmResponse poll = azure.get(operation);
    assertThat(poll.status()).isEqualTo(202);
    assertThat(body(poll)).isEqualTo(Reference.recorded("privatedns-zone.poll.202.json"));
    assertThat(azure.get(put.header("Location").orElseThrow()).status()).isEqualTo(202);
    assertThat(azure.get(NEW).status()).isEqualTo(404);

    azure.finish();

    assertThat(azure.get(operation).status()).isEqualTo(200);
    assertThat(azure.get(operation).body())
        .contains(Reference.recorded("privatedns-zone.poll.200.json"));
    ObjectNode zone = azure.read(NEW);
    assertThat(Reference.shape(zone))
        .isEqualTo(Reference.shape(Reference.recorded("privatedns-zone.get.200.json")));
    assertThat(zone.at("/properties/numberOfRecordSets").asInt()).isEqualTo(1);
    assertThat(azure.put(NEW, LOCATION, "If-None-Match", "*").status()).isEqualTo(412);
    assertThat(azure.put(NEW, LOCATION, "If-Match", zone.path("etag").asText()).status())
        .isEqualTo(202);
  }

  @Test
  void aLinkedZoneCannotBeDeleted() {
    assertThat(azure.delete(ZONE).status()).isEqualTo(409);
    azure.delete(ZONE + "/virtualNetworkLinks/link-vnet-edge");
    azure.finish();
    assertThat(azure.delete(ZONE).status()).isEqualTo(202);
    azure.finish();
    assertThat(azure.get(ZONE).status()).isEqualTo(404);
    assertThat(azure.get(ZONE + "/A/intranet").status()).isEqualTo(404);
    assertThat(azure.delete(ZONE).status()).isEqualTo(204);
  }

  @Test
  void linksAreSlowAndNameANetworkThatExists() {
    ObjectNode body =
        json(
            "{'location':'global','properties':{'registrationEnabled':false,'virtualNetwork':{'id':'"
                + TestAzure.NETWORK
                + "'}}}");
    assertThat(azure.put(LINK, body).status()).isEqualTo(202);
    azure.finish();
    ObjectNode link = azure.read(LINK);
    assertThat(link.at("/properties/virtualNetworkLinkState").asText()).isEqualTo("Completed");
    assertThat(link.path("type").asText())
        .isEqualTo("Microsoft.Network/privateDnsZones/virtualNetworkLinks");
    assertThat(azure.put(LINK, body, "If-None-Match", "*").status()).isEqualTo(412);
    assertThat(azure.put(LINK, body, "If-Match", link.path("etag").asText()).status())
        .isEqualTo(202);
    assertThat(azure.read(ZONE + "/virtualNetworkLinks").path("value")).hasSize(2);
    ObjectNode nowhere =
        json(
            "{'location':'global','properties':{'virtualNetwork':{'id':'"
                + TestAzure.NETWORK
                + "-none'}}}");
    assertThat(azure.put(LINK, nowhere).status()).isEqualTo(400);
  }

  @Test
  void listsAllRecordSetsInPages() {
    for (int i = 0; i < 7; i++) {
      azure.put(ZONE + "/A/more-" + i, json("{'properties':{'ttl':1}}"));
    }
    List<String> names = new ArrayList<>();
    String next = ZONE + "/ALL?api-version=2024-06-01&$top=4";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = azure.read(next);
      assertThat(page.path("value").size()).isBetween(1, 4);
      Json.objects(page, "value")
          .forEach(set -> names.add(set.path("id").asText().substring(ZONE.length())));
      next = page.path("nextLink").asText("");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(names)
        .hasSize(12)
        .doesNotHaveDuplicates()
        .contains("/A/more-6", "/A/intranet", "/CNAME/wiki", "/SOA/@", "/TXT/@");
  }

  @Test
  void listsHundredByDefaultAndFiltersBySuffix() {
    for (int i = 0; i < 101; i++) {
      azure.put(ZONE + "/A/host-" + i, json("{'properties':{'ttl':1}}"));
      // Sixty changes a minute are the limit of a zone.
      azure.pass(Duration.ofSeconds(1));
    }
    JsonNode page = azure.read(ZONE + "/A");
    assertThat(page.path("value")).hasSize(100);
    assertThat(page.path("nextLink").asText()).startsWith("https://management.azure.com");
    assertThat(
            azure.read(ZONE + "/A?api-version=2024-06-01&$recordsetnamesuffix=net").path("value"))
        .hasSize(1);
    assertThat(azure.get(ZONE + "/A?api-version=2024-06-01&$top=0").status()).isEqualTo(400);
    assertThat(azure.get(ZONE + "/A?api-version=2024-06-01&$skiptoken=!").status()).isEqualTo(400);
  }

  @Test
  void publicDnsIsWrittenDifferently() {
    String zone = GROUP + "/providers/Microsoft.Network/dnsZones/myzone.com";
    assertThat(azure.put(zone + "?api-version=2018-05-01", LOCATION).status()).isEqualTo(201);
    ArmResponse set =
        azure.put(
            zone + "/A/myrsa?api-version=2018-05-01",
            json("{'properties':{'TTL':3600,'ARecords':[{'ipv4Address':'10.0.0.10'}]}}"),
            "If-None-Match",
            "*");
    assertThat(set.status()).isEqualTo(201);
    ObjectNode recorded = Reference.recorded("publicdns-a.put-create.201.json");
    assertThat(Reference.shape(body(set))).isEqualTo(Reference.shape(recorded));
    assertThat(body(set).path("id").asText())
        .isEqualTo(GROUP + "/providers/Microsoft.Network/dnszones/myzone.com/A/myrsa");
    assertThat(body(set).path("type")).isEqualTo(recorded.path("type"));
    ArmResponse stale = azure.put(zone + "?api-version=2018-05-01", LOCATION, "If-Match", "dummy");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(body(stale).path("message").asText())
        .isEqualTo("The Zone myzone.com has been modified (etag mismatch).");
    assertThat(azure.get(zone + "/A/none?api-version=2018-05-01").status()).isEqualTo(404);
    assertThat(azure.read(zone + "/recordsets?api-version=2018-05-01").path("value")).hasSize(2);
    assertThat(azure.delete(zone + "?api-version=2018-05-01").status()).isEqualTo(200);
  }
}
