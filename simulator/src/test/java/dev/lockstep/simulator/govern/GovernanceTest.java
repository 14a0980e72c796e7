package dev.lockstep.simulator.govern;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.openapi.OutsideSpecification;
import org.junit.jupiter.api.Test;

/** Locks and policies refuse even Owners, and change nothing. */
class GovernanceTest {
  private static final String RECORD = ZONE + "/A/n";

  private final TestAzure azure = new TestAzure();

  @Test
  void aReadOnlyLockOfTheGroupRefusesEveryWriteBelowIt() {
    ObjectNode before = azure.read(GATEWAY);
    lock(GROUP, "ReadOnly");
    ArmResponse refused = azure.put(GATEWAY, before);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("ScopeLocked");
    assertThat(body(refused).at("/error/message").asText())
        .isEqualTo(
            "The scope '%s' cannot perform write operation because following scope(s) are locked: '%s'. Please remove the lock and try again."
                .formatted(GATEWAY, GROUP));
    assertThat(code(azure.patch(SERVICE, json("{'tags': {}}")))).isEqualTo("ScopeLocked");
    assertThat(code(azure.put(RECORD, json("{'properties': {'ttl': 60}}"))))
        .isEqualTo("ScopeLocked");
    assertThat(code(azure.post(GATEWAY + "/backendhealth")))
        .as("health is asked by POST")
        .isEqualTo("ScopeLocked");
    assertThat(azure.read(GATEWAY)).isEqualTo(before);
    assertThat(azure.events).isEmpty();
  }

  @Test
  void aLockAgainstDeletingLetsWritesThrough() {
    lock(NETWORK + "/subnets/snet-apim", "CanNotDelete");
    assertThat(code(azure.delete(NETWORK + "/subnets/snet-apim"))).isEqualTo("ScopeLocked");
    assertThat(body(azure.delete(NETWORK)).at("/error/message").asText())
        .as("what is above goes with what is below")
        .contains("cannot perform delete operation", "'" + NETWORK + "/subnets/snet-apim'");
    assertThat(azure.patch(NETWORK, json("{'tags': {'a': 'b'}}")).status()).isEqualTo(200);
    assertThat(azure.get(NETWORK + "/subnets/snet-apim").status()).isEqualTo(200);
  }

  @Test
  void aLockEndsWhenItIsRemoved() {
    lock(ZONE, "ReadOnly");
    assertThat(azure.put(RECORD, json("{'properties': {'ttl': 60}}")).status()).isEqualTo(409);
    assertThat(azure.patch(NETWORK, json("{'tags': {}}")).status())
        .as("others are free")
        .isEqualTo(200);
    assertThat(body(azure.control("DELETE", "/locks/freeze", json("{}"))).path("locks")).isEmpty();
    assertThat(azure.put(RECORD, json("{'properties': {'ttl': 60}}")).status()).isEqualTo(201);
    assertThat(azure.control("DELETE", "/locks/freeze", json("{}")).status()).isEqualTo(404);
  }

  @Test
  @OutsideSpecification("errors of a provider have no additionalInfo; this one is ARM's own")
  void aPolicyDeniesWritesAndNamesItself() {
    ObjectNode before = azure.read(GATEWAY);
    assign("{'scope': '%s', 'type': 'Microsoft.Network/applicationGateways'}".formatted(GROUP));
    ArmResponse refused = azure.put(GATEWAY, before);
    assertThat(refused.status()).isEqualTo(403);
    ObjectNode error = (ObjectNode) body(refused).path("error");
    assertThat(error.path("code").asText()).isEqualTo("RequestDisallowedByPolicy");
    assertThat(error.path("target").asText()).isEqualTo("agw-edge");
    assertThat(error.path("message").asText())
        .startsWith("Resource 'agw-edge' was disallowed by policy. Policy identifiers: '[{")
        .contains(
            "\"policyAssignment\":{\"name\":\"no-edge\",\"id\":\"%s/providers/Microsoft.Authorization/policyAssignments/no-edge\"}"
                .formatted(GROUP));
    assertThat(error.at("/additionalInfo/0/type").asText()).isEqualTo("PolicyViolation");
    assertThat(error.at("/additionalInfo/0/info/policyDefinitionEffect").asText())
        .isEqualTo("deny");
    assertThat(azure.read(GATEWAY)).isEqualTo(before);
    assertThat(azure.post(GATEWAY + "/backendhealth").status()).isEqualTo(202);
    assertThat(azure.put(RECORD, json("{'properties': {'ttl': 60}}")).status())
        .as("another type")
        .isEqualTo(201);
    azure.control("DELETE", "/policies/no-edge", json("{}"));
    assertThat(azure.put(GATEWAY, before).status()).isEqualTo(200);
  }

  @Test
  @OutsideSpecification("errors of a provider have no additionalInfo; this one is ARM's own")
  void aPolicyMayAskForATag() {
    assign("{'scope': '%s', 'type': 'Microsoft.Network/*', 'tag': 'costCentre'}".formatted(GROUP));
    assertThat(code(azure.patch(NETWORK, json("{'tags': {'a': 'b'}}"))))
        .isEqualTo("RequestDisallowedByPolicy");
    assertThat(azure.patch(NETWORK, json("{'tags': {'costCentre': '7'}}")).status()).isEqualTo(200);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    ArmResponse bad =
        azure.control("PUT", "/locks/freeze", json("{'scope': 'x', 'level': 'no', 'more': 1}"));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(body(bad).path("problems")).hasSize(3);
    assertThat(body(azure.control("PUT", "/policies/p", json("{}"))).path("problems")).hasSize(2);
  }

  private void lock(String scope, String level) {
    ObjectNode body = json("{}").put("scope", scope).put("level", level);
    assertThat(body(azure.control("PUT", "/locks/freeze", body)).at("/locks/0/level").asText())
        .isEqualTo(level);
  }

  private void assign(String body) {
    assertThat(azure.control("PUT", "/policies/no-edge", json(body)).status()).isEqualTo(200);
  }

  private static String code(ArmResponse response) {
    return body(response).at("/error/code").asText();
  }
}
