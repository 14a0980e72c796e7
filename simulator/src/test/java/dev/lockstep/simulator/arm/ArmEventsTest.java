package dev.lockstep.simulator.arm;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Switches.EventTiming;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmEventsTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void theEventOfAGatewayWriteHasTheDocumentedData() {
    azure.as(Principals.LOCKSTEP);
    ArmResponse put = azure.put(GATEWAY, azure.read(GATEWAY));
    Instant accepted = azure.clock.instant();
    azure.finish();

    JsonNode documented =
        Reference.file("resource-write-success.application-gateway.eventgrid.json").get(0);
    SimulatedEvent event = azure.events.get(0);
    assertThat(event.type()).isEqualTo(documented.path("eventType").asText());
    assertThat(event.subject()).isEqualTo(documented.path("subject").asText());
    assertThat(event.topic()).isEqualTo(SUBSCRIPTION);
    assertThat(event.time())
        .as("the time when the operation ended")
        .isEqualTo(accepted.plusSeconds(2));
    assertThat(Reference.shape(event.data())).isEqualTo(Reference.shape(documented.path("data")));
    assertThat(event.data().at("/claims/appid").asText()).isEqualTo(Principals.LOCKSTEP.clientId());
    assertThat(event.data().at("/authorization/evidence/principalId").asText())
        .isEqualTo(Principals.LOCKSTEP.objectId().replace("-", ""));
    assertThat(event.data().path("correlationId").asText())
        .isEqualTo(put.header("x-ms-correlation-request-id").orElseThrow());
    assertThat(event.data().at("/httpRequest/method").asText()).isEqualTo("PUT");
    assertThat(event.data().path("resourceUri").asText()).isEqualTo(GATEWAY);
    assertThat(event.data().path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void deletesAndActionsHaveTheirOwnTypes() {
    azure.delete(ZONE + "/A/build");
    azure.post(GATEWAY + "/backendhealth");
    azure.finish();
    assertThat(azure.eventTypes())
        .containsExactly(
            "Microsoft.Resources.ResourceDeleteSuccess",
            "Microsoft.Resources.ResourceActionSuccess");
    for (int i = 0; i < 2; i++) {
      String file =
          i == 0
              ? "resource-delete-success.private-dns-a.eventgrid.json"
              : "resource-action-success.application-gateway-backendhealth.eventgrid.json";
      JsonNode documented = Reference.file(file).get(0).path("data");
      assertThat(azure.events.get(i).data().path("operationName"))
          .isEqualTo(documented.path("operationName"));
      assertThat(azure.events.get(i).data().at("/authorization/action"))
          .isEqualTo(documented.at("/authorization/action"));
      assertThat(Reference.shape(azure.events.get(i).data()))
          .isEqualTo(Reference.shape(documented));
    }
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTANCE, 1, 1", "COMPLETION, 0, 1", "BOTH, 1, 2"})
  void aSlowWriteTellsWhenTheSwitchSays(EventTiming timing, int atAcceptance, int atTheEnd) {
    azure.set(azure.switches().withEvents(timing));
    azure.put(GATEWAY, azure.read(GATEWAY));
    assertThat(azure.events).hasSize(atAcceptance);
    azure.finish();
    assertThat(azure.events).hasSize(atTheEnd);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTANCE", "COMPLETION", "BOTH"})
  void aWriteThatIsDoneAtOnceTellsOnce(EventTiming timing) {
    azure.set(azure.switches().withEvents(timing));
    azure.put(ZONE + "/A/new", json("{'properties':{'ttl':1}}"));
    azure.finish();
    assertThat(azure.events).hasSize(1);
  }

  @Test
  void readsAndRefusalsTellNothing() {
    azure.read(GATEWAY);
    azure.put(ZONE + "/A/build", json("{'properties':{'ttl':1}}"), "If-None-Match", "*");
    azure.put(
        GATEWAY,
        json(
            "{'location':'x','properties':{'httpListeners':[{'name':'a','properties':{'frontendPort':{'id':'/subscriptions/none'}}}]}}"));
    azure.finish();
    assertThat(azure.events).isEmpty();
  }
}
