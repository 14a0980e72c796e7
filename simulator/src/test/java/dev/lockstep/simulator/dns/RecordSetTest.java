package dev.lockstep.simulator.dns;

import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import org.junit.jupiter.api.Test;

class RecordSetTest {
  private static final String SET = ZONE + "/A/api";
  private static final ObjectNode BODY =
      json(
          "{'properties':{'ttl':300,'metadata':{'owner':'us'},'aRecords':[{'ipv4Address':'10.0.1.5'}]}}");

  private final TestAzure azure = new TestAzure();

  @Test
  void creationAndUpdateLookAsRecorded() {
    ArmResponse created =
        azure.put(ZONE + "/a/api", json("{'properties':{'ttl':3600}}"), "If-None-Match", "*");
    assertThat(created.status()).isEqualTo(201);
    assertThat(Reference.shape(body(created)))
        .isEqualTo(Reference.shape(Reference.recorded("privatedns-a.put-create.201.json")));
    assertThat(body(created).path("id").asText()).isEqualTo(SET);
    assertThat(body(created).at("/properties/fqdn").asText()).isEqualTo("api.contoso.com.");
    assertThat(created.header("ETag")).contains(body(created).path("etag").asText());

    ArmResponse updated =
        azure.put(
            SET,
            json(
                "{'etag':'something','properties':{'ttl':3600,'aRecords':[{'ipv4Address':'10.0.0.1'}]}}"));
    assertThat(updated.status()).isEqualTo(200);
    assertThat(Reference.shape(body(updated)))
        .isEqualTo(Reference.shape(Reference.recorded("privatedns-a.put-update.200.json")));
    assertThat(body(updated).path("etag")).isNotEqualTo(body(created).path("etag"));
    assertThat(body(azure.get(ZONE + "/a/api"))).isEqualTo(body(updated));
    assertThat(azure.eventTypes())
        .containsExactly(
            "Microsoft.Resources.ResourceWriteSuccess", "Microsoft.Resources.ResourceWriteSuccess");
  }

  @Test
  void ifNoneMatchRefusesWhatExists() {
    azure.put(SET, BODY);
    ArmResponse again = azure.put(SET, BODY, "If-None-Match", "*");
    assertThat(again.status()).isEqualTo(412);
    assertThat(body(again)).isEqualTo(Reference.error("privateDns.put.ifNoneMatch.412"));
  }

  @Test
  void ifMatchRefusesWhatHasChanged() {
    String etag = body(azure.put(SET, BODY)).path("etag").asText();
    ArmResponse stale = azure.put(SET, BODY, "If-Match", "5dabb94c-c932-4506-b979-c2705f5b3480");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(body(stale)).isEqualTo(Reference.error("privateDns.put.ifMatch.412"));
    assertThat(azure.delete(SET, "If-Match", "stale").status()).isEqualTo(412);
    assertThat(azure.patch(SET, BODY, "If-Match", "stale").status()).isEqualTo(412);
    assertThat(azure.put(SET, BODY, "If-Match", etag).status()).isEqualTo(200);
    assertThat(azure.put(SET, BODY, "If-Match", "*").status()).isEqualTo(200);
    assertThat(azure.put(ZONE + "/A/other", BODY, "If-Match", "*").status()).isEqualTo(412);
  }

  @Test
  void metadataIsKeptAndPatchMerges() {
    azure.put(SET, BODY);
    azure.patch(SET, json("{'properties':{'ttl':60}}"));
    ObjectNode shown = azure.read(SET);
    assertThat(shown.at("/properties/ttl").asInt()).isEqualTo(60);
    assertThat(shown.at("/properties/metadata/owner").asText()).isEqualTo("us");
    assertThat(shown.at("/properties/aRecords/0/ipv4Address").asText()).isEqualTo("10.0.1.5");
  }

  @Test
  void deletionAnswers200Then204() {
    azure.put(SET, BODY);
    assertThat(azure.delete(SET).status()).isEqualTo(200);
    assertThat(azure.delete(SET).status()).isEqualTo(204);
    assertThat(azure.eventTypes()).contains("Microsoft.Resources.ResourceDeleteSuccess").hasSize(2);
    assertThat(azure.events.get(1).data().path("operationName").asText())
        .isEqualTo("Microsoft.Network/privateDnsZones/A/delete");
  }

  @Test
  void errorsAreFlatButAMissingZoneIsSaidByArm() {
    ArmResponse missing = azure.get(SET);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(body(missing)).isEqualTo(Reference.error("dns.get.notFound.404"));
    ArmResponse noZone = azure.put(SET.replace("contoso.com", "nozone.com"), BODY);
    assertThat(noZone.status()).isEqualTo(404);
    assertThat(noZone.header("x-ms-failure-cause")).contains("gateway");
    assertThat(body(noZone).at("/error/message").asText())
        .isEqualTo(
            Reference.error("dns.parentNotFound.404")
                .at("/error/message")
                .asText()
                .replace("contoso.com", "nozone.com"));
  }

  @Test
  void refusesBadValues() {
    assertThat(azure.put(SET, json("{'properties':{}}")).status()).isEqualTo(400);
    assertThat(azure.put(SET, json("{'properties':{'ttl':0}}")).status()).isEqualTo(400);
    assertThat(azure.put(SET, json("{'properties':{'ttl':2147483648}}")).status()).isEqualTo(400);
    ArmResponse address =
        azure.put(SET, json("{'properties':{'ttl':1,'aRecords':[{'ipv4Address':'10.0.0.256'}]}}"));
    assertThat(address.status()).isEqualTo(400);
    assertThat(body(address).path("message").asText()).contains("10.0.0.256");
  }

  @Test
  void anAliasLivesAlone() {
    ObjectNode alias =
        json("{'properties':{'ttl':300,'cnameRecord':{'cname':'intranet.contoso.com'}}}");
    azure.put(SET, BODY);
    assertThat(azure.put(ZONE + "/CNAME/api", alias).status()).isEqualTo(400);
    assertThat(azure.put(ZONE + "/A/wiki", BODY).status()).isEqualTo(400);
    ArmResponse free = azure.put(ZONE + "/CNAME/docs", alias);
    assertThat(free.status()).isEqualTo(201);
    assertThat(body(free).at("/properties/cnameRecord/cname").asText())
        .isEqualTo("intranet.contoso.com");
  }

  @Test
  void apexAndWildcardAreNames() {
    assertThat(body(azure.put(ZONE + "/A/@", BODY)).at("/properties/fqdn").asText())
        .isEqualTo("contoso.com.");
    assertThat(body(azure.put(ZONE + "/A/*", BODY)).at("/properties/fqdn").asText())
        .isEqualTo("*.contoso.com.");
  }
}
