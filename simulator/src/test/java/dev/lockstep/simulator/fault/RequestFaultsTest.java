package dev.lockstep.simulator.fault;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ConnectionLost;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Switches;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with requests, told by the state of the world afterwards. */
class RequestFaultsTest {
  private static final String PUT_GATEWAY = "'on': 'PUT Microsoft.Network/applicationGateways'";

  private final TestAzure azure = new TestAzure().as(Principals.LOCKSTEP);

  @Test
  void aRefusalBeforeTheEffectChangesNothingAndLastsAsLongAsTold() {
    fault("{%s, 'do': 'refuse', 'status': 429, 'retryAfter': 7, 'next': 2, 'skip': 1}");
    assertThat(tagged("a").status()).isEqualTo(200);
    azure.finish();
    for (int i = 0; i < 2; i++) {
      ArmResponse refused = tagged("b");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).contains("7");
      assertThat(body(refused).at("/error/code").asText()).isEqualTo("TooManyRequests");
    }
    assertThat(tag()).isEqualTo("a");
    assertThat(last().fault()).contains("refuse#1");
    assertThat(tagged("c").status()).isEqualTo(200);
    assertThat(last().fault()).isEmpty();
  }

  @Test
  void aServerErrorAfterTheEffectHidesIt() {
    fault("{%s, 'do': 'refuse', 'status': 504, 'when': 'after', 'next': 1}");
    ArmResponse refused = tagged("a");
    assertThat(body(refused).at("/error/code").asText()).isEqualTo("GatewayTimeout");
    assertThat(tag()).isEqualTo("a");
    assertThat(last().status()).isEqualTo(504);
    assertThat(last().hashAfter()).isNotEqualTo(last().hashBefore());
  }

  @Test
  void aConnectionIsCutBeforeTheEffect() {
    fault("{%s, 'do': 'reset', 'next': 1}");
    ObjectNode document = document("a");
    assertThatThrownBy(() -> azure.put(GATEWAY, document)).isInstanceOf(ConnectionLost.class);
    assertThat(tag()).isEmpty();
    assertThat(last().status()).isZero();
    assertThat(last().wrote()).isFalse();
    assertThat(last().fault()).contains("reset#1");
  }

  @Test
  void aConnectionIsCutAfterTheEffect() {
    fault("{%s, 'do': 'reset', 'when': 'after', 'next': 1}");
    ObjectNode document = document("a");
    assertThatThrownBy(() -> azure.put(GATEWAY, document)).isInstanceOf(ConnectionLost.class);
    assertThat(tag()).isEqualTo("a");
    assertThat(last().status()).isEqualTo(200);
    assertThat(last().operationId()).isPresent();
    azure.finish();
    assertThat(state()).isEqualTo("Succeeded");
  }

  @Test
  void anOperationTakesLonger() {
    fault("{%s, 'do': 'slow', 'ms': 300000, 'next': 1}");
    String operation = tagged("a").header("Azure-AsyncOperation").orElseThrow();
    azure.pass(Duration.ofSeconds(301));
    assertThat(azure.read(operation).path("status").asText()).isEqualTo("InProgress");
    assertThat(state()).isEqualTo("Updating");
    azure.pass(Duration.ofSeconds(1));
    assertThat(azure.read(operation).path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void anOperationFailsAndTheGatewayKeepsTheDocument() {
    fault("{%s, 'do': 'fail', 'code': 'InternalServerError', 'message': 'No luck.', 'next': 1}");
    String operation = tagged("a").header("Azure-AsyncOperation").orElseThrow();
    azure.finish();
    JsonNode status = azure.read(operation);
    assertThat(status.path("status").asText()).isEqualTo("Failed");
    assertThat(status.at("/error/code").asText()).isEqualTo("InternalServerError");
    assertThat(status.at("/error/message").asText()).isEqualTo("No luck.");
    assertThat(state()).isEqualTo("Failed");
    assertThat(tag()).isEqualTo("a");
    assertThat(azure.eventTypes()).contains("Microsoft.Resources.ResourceWriteFailure");
  }

  @Test
  void otherOperationsFailWithoutEffect() {
    azure.as(Principals.OPERATOR);
    fault("{'on': 'PATCH Microsoft.ApiManagement/service', 'do': 'fail'}");
    fault("{'on': '* Microsoft.Network/privateDnsZones/virtualNetworkLinks', 'do': 'fail'}");
    azure.patch(SERVICE, json("{'tags': {'a': 'b'}}"));
    String link = ZONE + "/virtualNetworkLinks/link-vnet-edge";
    azure.delete(link);
    azure.finish();
    assertThat(azure.read(SERVICE).at("/properties/provisioningState").asText())
        .isEqualTo("Failed");
    assertThat(azure.get(link).status()).isEqualTo(200);
  }

  @Test
  void aColleagueWritesBeforeThePutIsValidated() {
    azure.set(azure.switches().withIfMatch(Switches.IfMatch.HONOURED));
    fault("{%s, 'principal': 'lockstep', 'do': 'write', 'next': 1}");
    ObjectNode document = document("mine");
    ArmResponse refused = azure.put(GATEWAY, document, "If-Match", document.path("etag").asText());
    assertThat(refused.status()).isEqualTo(412);
    assertThat(pools()).contains("colleague-1-1");
    assertThat(tag()).isEmpty();
    assertThat(names()).containsSubsequence("colleague", "lockstep");
  }

  @Test
  void whereIfMatchIsIgnoredTheColleagueIsOverwrittenAndTheAuditShowsIt() {
    fault("{%s, 'principal': 'lockstep', 'do': 'write', 'next': 1}");
    assertThat(azure.put(GATEWAY, document("mine")).status()).isEqualTo(200);
    assertThat(pools()).doesNotContain("colleague-1-1");
    assertThat(last().principalName()).isEqualTo("lockstep");
    assertThat(last().foreignHashAfter()).isNotEqualTo(last().foreignHashBefore());
  }

  @Test
  void aColleagueWritesRightAfterAndSupersedes() {
    fault(
        "{%s, 'principal': 'lockstep', 'do': 'write', 'when': 'after', 'next': 1, 'patch': {'tags': {'x': 'theirs'}}}");
    String operation =
        azure.put(GATEWAY, document("mine")).header("Azure-AsyncOperation").orElseThrow();
    assertThat(tag()).isEqualTo("theirs");
    assertThat(azure.read(operation).at("/error/details/0/code").asText())
        .isEqualTo("CanceledAndSupersededDueToAnotherOperation");
  }

  @Test
  void aColleagueTouchesRecordSetsAndServicesToo() {
    fault("{'on': 'GET Microsoft.Network/privateDnsZones/A', 'do': 'write', 'next': 1}");
    fault("{'on': 'GET Microsoft.ApiManagement/service', 'do': 'write', 'next': 1}");
    assertThat(azure.read(ZONE + "/A/intranet").at("/properties/metadata/touched").asText())
        .isEqualTo("colleague-1-1");
    assertThat(azure.read(SERVICE).at("/tags/touched").asText()).isEqualTo("colleague-2-1");
    fault("{'on': 'PUT Microsoft.Network/privateDnsZones/A', 'do': 'write'}");
    assertThat(azure.put(ZONE + "/A/new", json("{'properties': {'ttl': 60}}")).status())
        .as("what does not exist is left alone")
        .isEqualTo(201);
  }

  @Test
  void oneReadShowsWhatWas() {
    tagged("old");
    azure.pass(Duration.ofSeconds(30));
    tagged("new");
    azure.pass(Duration.ofSeconds(10));
    fault(
        "{'on': 'GET Microsoft.Network/applicationGateways', 'do': 'stale', 'ms': 20000, 'next': 1}");
    assertThat(tag()).isEqualTo("old");
    assertThat(tag()).isEqualTo("new");
  }

  @Test
  void probabilityZeroNeverStrikesAndOneAlways() {
    fault("{'on': 'GET *', 'do': 'refuse', 'probability': 0}");
    fault("{'on': 'GET */service', 'do': 'refuse', 'probability': 1}");
    for (int i = 0; i < 20; i++) {
      assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
      assertThat(azure.get(SERVICE).status()).isEqualTo(500);
    }
    List<FaultBook.Standing> standing = azure.azure.faults().standing();
    assertThat(standing).extracting(FaultBook.Standing::seen).containsExactly(40, 20);
    assertThat(standing).extracting(FaultBook.Standing::struck).containsExactly(0, 20);
  }

  @Test
  void theControlApiIsSparedAndRemovesFaults() {
    fault("{'on': '* *', 'do': 'refuse'}");
    assertThat(
            azure
                .control("DELETE", "/gateways/agw-edge/requestRoutingRules/none", json("{}"))
                .status())
        .as("it got through to find nothing")
        .isEqualTo(404);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(500);
    assertThat(azure.control("DELETE", "/faults/9", json("{}")).status()).isEqualTo(404);
    assertThat(azure.control("DELETE", "/faults/1", json("{}")).status()).isEqualTo(200);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
    fault("{'on': '* *', 'path': '*/service/*', 'do': 'refuse'}");
    assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
    assertThat(azure.get(SERVICE).status()).isEqualTo(500);
    azure.control("DELETE", "/faults", json("{}"));
    assertThat(azure.azure.faults().standing()).isEmpty();
  }

  private void fault(String description) {
    ArmResponse added =
        azure.control("POST", "/faults", json(description.replace("%s", PUT_GATEWAY)));
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
  }

  private ObjectNode document(String tag) {
    ObjectNode document = azure.read(GATEWAY);
    document.putObject("tags").put("x", tag);
    return document;
  }

  private ArmResponse tagged(String tag) {
    return azure.put(GATEWAY, document(tag));
  }

  private String tag() {
    return azure.read(GATEWAY).at("/tags/x").asText("");
  }

  private String state() {
    return azure.read(GATEWAY).at("/properties/provisioningState").asText();
  }

  private List<String> pools() {
    return azure.read(GATEWAY).at("/properties/backendAddressPools").findValuesAsText("name");
  }

  /** The last line of a write. */
  private AuditEntry last() {
    return azure.audit.entries().stream()
        .filter(entry -> !entry.method().equals("GET"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private List<String> names() {
    return azure.audit.entries().stream()
        .filter(entry -> entry.method().equals("PUT"))
        .map(AuditEntry::principalName)
        .toList();
  }
}
