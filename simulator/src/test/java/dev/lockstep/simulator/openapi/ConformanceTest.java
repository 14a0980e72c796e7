package dev.lockstep.simulator.openapi;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The check of exchanges sees what is wrong, and nothing where nothing is. */
class ConformanceTest {
  private static final Specification SPECIFICATION = Specification.load();
  private static final Deviations DEVIATIONS = Deviations.load(SPECIFICATION);

  /** What a mistake in a gateway answer is called, and where. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("additionalProperties", "/properties/probs", at -> at.putArray("probs")),
        mistake("type", "/properties/probes", at -> at.put("probes", "none")),
        mistake("enum", "/properties/operationalState", at -> at.put("operationalState", "Idle")),
        mistake("enum", "/properties/sku/tier", at -> at.withObject("/sku").put("tier", "Gold")),
        mistake("type", "/properties/enableHttp2", at -> at.putNull("enableHttp2")),
        mistake(
            "maximum",
            "/properties/requestRoutingRules/*/properties/priority",
            at -> rule(at, 20001)),
        mistake(
            "minimum", "/properties/requestRoutingRules/*/properties/priority", at -> rule(at, 0)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void seesAMistakeAnywhereInAnAnswer(String kind, String place, Consumer<ObjectNode> mistake) {
    ObjectNode gateway = (ObjectNode) Reference.file("agw-shared-apim-and-foreign.get.json");
    mistake.accept(Json.child(gateway, "properties"));
    assertThat(open(exchange("GET", GATEWAY, Optional.empty(), 200, gateway)))
        .extracting(Violation::kind, Violation::at)
        .contains(org.assertj.core.groups.Tuple.tuple(kind, place));
  }

  @Test
  void knowsThePropertiesAndValuesOfNewerVersions() {
    ObjectNode gateway = (ObjectNode) Reference.file("agw-shared-apim-and-foreign.get.json");
    List<Violation> before = open(exchange("GET", GATEWAY, Optional.empty(), 200, gateway));
    Json.child(Json.objects(gateway, "properties", "probes").get(0), "properties")
        .put("enableProbeProxyProtocolHeader", true);
    Json.child(
            Json.objects(gateway, "properties", "backendHttpSettingsCollection").get(0),
            "properties")
        .put("sniName", "api.contoso.com")
        .put("validateSNI", true);
    assertThat(open(exchange("GET", GATEWAY, Optional.empty(), 200, gateway))).isEqualTo(before);
    ObjectNode service = new TestAzure().read(SERVICE);
    service
        .withObject("/properties")
        .withArray("hostnameConfigurations")
        .addObject()
        .put("type", "ConfigurationApi")
        .put("hostName", "conf.contoso.com");
    assertThat(open(exchange("GET", SERVICE, Optional.empty(), 200, service))).isEmpty();
  }

  @Test
  void seesAStatusABodyAndARequestThatAreNotSpecified() {
    ObjectNode gateway = new TestAzure().read(GATEWAY);
    assertKinds(exchange("PUT", GATEWAY, Optional.of(gateway), 204, gateway), "status");
    assertKinds(exchange("GET", GATEWAY, Optional.empty(), 200, null), "body");
    assertKinds(exchange("DELETE", GATEWAY, Optional.empty(), 204, gateway), "body");
    assertKinds(exchange("PUT", GATEWAY, Optional.empty(), 200, gateway), "body");
    String unknown = GROUP + "/providers/Microsoft.Network/teapots/one";
    assertKinds(exchange("GET", unknown, Optional.empty(), 200, gateway), "operation");
    assertThat(open(exchange("GET", unknown, Optional.empty(), 404, null))).isEmpty();
  }

  @Test
  void seesAWrongRequestOnlyWhenItWasTaken() {
    ObjectNode gateway = new TestAzure().read(GATEWAY);
    Optional<JsonNode> wrong = Optional.of(gateway.deepCopy().put("colour", "blue"));
    assertKinds(exchange("PUT", GATEWAY, wrong, 200, gateway), "additionalProperties");
    ObjectNode refusal = Json.object();
    refusal.putObject("error").put("code", "Bad").put("message", "bad");
    assertThat(open(exchange("PUT", GATEWAY, wrong, 400, refusal))).isEmpty();
    ObjectNode flat = Json.object().put("code", "Bad").put("message", "bad");
    assertThat(open(exchange("PUT", GATEWAY, wrong, 400, flat)))
        .as("flat errors are for DNS")
        .isNotEmpty();
  }

  @Test
  void comparesWhatALocationLeadsToWithTheOperationThatGaveIt() {
    Conformance conformance = new Conformance(SPECIFICATION);
    String result =
        TestAzure.SUBSCRIPTION + "/providers/Microsoft.Network/locations/x/operationResults/1";
    conformance.check(
        new Exchange(
            "POST",
            GATEWAY + "/backendhealth",
            Optional.empty(),
            202,
            Optional.of(result),
            Optional.empty()));
    ObjectNode wrong = Json.object().put("pools", 1);
    assertThat(conformance.check(exchange("GET", result, Optional.empty(), 200, wrong)))
        .extracting(Violation::at)
        .containsExactly("/pools");
  }

  private static void assertKinds(Exchange exchange, String... kinds) {
    assertThat(open(exchange)).extracting(Violation::kind).containsOnly(kinds);
  }

  private static List<Violation> open(Exchange exchange) {
    return new Conformance(SPECIFICATION)
        .check(exchange).stream().filter(one -> !DEVIATIONS.covers(one)).toList();
  }

  private static Exchange exchange(
      String method, String path, Optional<JsonNode> sent, int status, JsonNode answer) {
    return new Exchange(method, path, sent, status, Optional.empty(), Optional.ofNullable(answer));
  }

  private static Arguments mistake(String kind, String place, Consumer<ObjectNode> mistake) {
    return Arguments.of(kind, place, mistake);
  }

  private static void rule(ObjectNode properties, int priority) {
    Json.child((ObjectNode) properties.path("requestRoutingRules").get(0), "properties")
        .put("priority", priority);
  }
}
