package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayRuleTest {
  private final TestAzure azure = new TestAzure();
  private final ObjectNode document = azure.read(GATEWAY);

  /** Whatever is refused leaves the gateway as it was and makes no event. */
  @AfterEach
  void nothingHappened() {
    azure.finish();
    assertThat(azure.read(GATEWAY).path("etag")).isEqualTo(document.path("etag"));
    assertThat(azure.events).isEmpty();
    assertThat(azure.audit.entries().stream().filter(entry -> entry.wrote())).isEmpty();
  }

  @Test
  void refusesADanglingReferenceInTheWordsOfTheService() {
    document.withObject("/properties").withArray("probes").removeAll();
    ObjectNode refused = refused();
    assertSameError(refused, "agw.put.danglingReference.400");
    assertThat(refused.at("/error/message").asText())
        .isEqualTo(
            "Resource %1$s/probes/shop-probe referenced by resource %1$s/backendHttpSettingsCollection/shop-settings was not found. Please make sure that the referenced resource exists, and that both resources are in the same region."
                .formatted(GATEWAY));
  }

  @Test
  void refusesReferencesOfPathRulesToo() {
    elements("backendAddressPools").remove(1);
    assertThat(refused().at("/error/message").asText())
        .contains("/backendAddressPools/images-pool referenced by resource")
        .contains("/urlPathMaps/shop-path-map/pathRules/images was not found");
  }

  @Test
  void refusesASubnetThatDoesNotExist() {
    ObjectNode subnet = (ObjectNode) element("gatewayIPConfigurations", 0).at("/properties/subnet");
    subnet.put("id", TestAzure.NETWORK + "/subnets/nowhere");
    assertThat(refused().at("/error/code").asText()).isEqualTo("InvalidResourceReference");
  }

  @Test
  void refusesAPartOfAnotherGateway() {
    ObjectNode pool =
        (ObjectNode) element("requestRoutingRules", 2).at("/properties/backendAddressPool");
    pool.put("id", pool.path("id").asText().replace("agw-edge", "agw-other"));
    assertThat(refused().at("/error/code").asText()).isEqualTo("InvalidResourceReference");
  }

  @Test
  void refusesAPartOfTheWrongKindOrNoIdAtAll() {
    ObjectNode port = (ObjectNode) element("httpListeners", 0).at("/properties/frontendPort");
    port.put("id", GATEWAY + "/probes/shop-probe");
    assertThat(refused().at("/error/code").asText()).isEqualTo("InvalidResourceReference");
    port.put("id", "port_443");
    assertThat(refused().at("/error/code").asText()).isEqualTo("InvalidResourceReference");
  }

  @Test
  void refusesTwoElementsOfOneName() {
    elements("probes").add(element("probes", 0).deepCopy().put("name", "SHOP-probe"));
    ObjectNode refused = refused();
    assertThat(refused.at("/error/code").asText()).isEqualTo("InvalidRequestFormat");
    assertThat(refused.at("/error/details/0/code").asText()).isEqualTo("DuplicateResourceName");
  }

  @Test
  void refusesARuleWithoutPriority() {
    ((ObjectNode) element("requestRoutingRules", 0).path("properties")).remove("priority");
    ObjectNode refused = refused();
    assertSameError(refused, "agw.put.priorityMissing.400");
    assertThat(refused.at("/error/message").asText())
        .startsWith(
            "Priority for the request routing rule "
                + GATEWAY
                + "/requestRoutingRules/shop-rule cannot be empty.");
  }

  @Test
  void beforeTheVersionThatRequiresItPriorityIsForAllOrNone() {
    ((ObjectNode) element("requestRoutingRules", 0).path("properties")).remove("priority");
    ArmResponse partial = azure.put(GATEWAY + "?api-version=2021-05-01", document);
    assertThat(partial.status()).isEqualTo(400);
    assertSameError(body(partial), "agw.put.priorityPartial.400");
  }

  @Test
  void refusesTheSamePriorityTwice() {
    ((ObjectNode) element("requestRoutingRules", 0).path("properties")).put("priority", 20);
    assertThat(refused().at("/error/message").asText())
        .isEqualTo("Priority must be unique across all the request routing rules");
  }

  @Test
  void refusesPrioritiesOutOfRange() {
    for (int wrong : new int[] {0, -1, 20001}) {
      ((ObjectNode) element("requestRoutingRules", 0).path("properties")).put("priority", wrong);
      assertThat(refused().at("/error/code").asText())
          .isEqualTo("ApplicationGatewayRequestRoutingRuleInvalidPriority");
    }
  }

  @Test
  void refusesTwoListenersOfOneHostAndPort() {
    ObjectNode copy = element("httpListeners", 0).deepCopy().put("name", "another");
    ((ObjectNode) copy.path("properties")).put("hostName", "SHOP.fabrikam.com");
    elements("httpListeners").add(copy);
    ObjectNode refused = refused();
    assertSameError(refused, "agw.put.dupListener.400");
    assertThat(refused.at("/error/message").asText())
        .isEqualTo(
            "Two Http Listeners of Application Gateway %1$s are using the same Frontend Port %1$s/frontendPorts/port_443."
                .formatted(GATEWAY));
  }

  @Test
  void refusesTwoListenersWithoutHostOnOnePort() {
    elements("httpListeners").add(element("httpListeners", 3).deepCopy().put("name", "another"));
    assertThat(refused().at("/error/code").asText())
        .isEqualTo("ApplicationGatewayHttpListenersUsingSameFrontendPort");
  }

  @Test
  void refusesAProbeOfAnotherProtocol() {
    ((ObjectNode) element("probes", 0).path("properties")).put("protocol", "Http");
    ObjectNode refused = refused();
    assertSameError(refused, "agw.put.probeProtocolMismatch.400");
    assertThat(refused.at("/error/message").asText())
        .isEqualTo(
            "Probe %1$s/probes/shop-probe protocol (Http) does not match Backend Http Setting %1$s/backendHttpSettingsCollection/shop-settings protocol (Https)."
                .formatted(GATEWAY));
  }

  @Test
  void refusesMorePoolsThanTheLimit() {
    for (int i = 0; i < 98; i++) {
      elements("backendAddressPools")
          .addObject()
          .put("name", "more-" + i)
          .putObject("properties")
          .putArray("backendAddresses");
    }
    ObjectNode refused = refused();
    assertSameError(refused, "agw.put.poolLimit.400");
    assertThat(refused.at("/error/message").asText())
        .isEqualTo(Reference.error("agw.put.poolLimit.400").at("/error/message").asText());
  }

  @Test
  void refusesABodyWithoutLocationOrOfNoForm() {
    document.remove("location");
    assertThat(refused().at("/error/code").asText()).isEqualTo("LocationRequired");
    ArmResponse malformed = azure.request("PUT", GATEWAY, "{\"location\":", java.util.Map.of());
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(body(malformed).at("/error/code").asText()).isEqualTo("InvalidRequestContent");
  }

  private ObjectNode refused() {
    ArmResponse response = azure.put(GATEWAY, document);
    assertThat(response.status()).isEqualTo(400);
    return body(response);
  }

  private static void assertSameError(ObjectNode body, String name) {
    ObjectNode wanted = Reference.error(name);
    assertThat(body.at("/error/code")).isEqualTo(wanted.at("/error/code"));
    assertThat(Reference.shape(body)).isEqualTo(Reference.shape(wanted));
  }

  private ArrayNode elements(String collection) {
    return Json.child(document, "properties").withArray(collection);
  }

  private ObjectNode element(String collection, int index) {
    return (ObjectNode) elements(collection).get(index);
  }
}
