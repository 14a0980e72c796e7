package dev.lockstep.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommonAlertTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @DisplayName("a fired alert names rule, condition, measurement and dimension")
  void fired() throws IOException {
    Notice notice = understood(alert("fired")).get(0);

    assertThat(notice.type()).isEqualTo(CommonAlert.TYPE);
    assertThat(notice.operation()).contains("agw-edge-unhealthy-hosts");
    assertThat(notice.resource()).contains(Estate.GATEWAY);
    assertThat(notice.time()).contains(Instant.parse("2026-01-15T10:25:24.371321300Z"));
    assertThat(notice.condition())
        .contains(
            "Fired (UnhealthyHostCount GreaterThan 0, is 1.0,"
                + " BackendSettingsPool=pool-apim-gateway~settings-apim-gateway)");
  }

  @Test
  @DisplayName("a resolved alert is dated by its end")
  void resolved() throws IOException {
    Notice notice = understood(alert("resolved")).get(0);

    assertThat(notice.condition().orElseThrow()).startsWith("Resolved (");
    assertThat(notice.time()).contains(Instant.parse("2026-01-15T10:35:16.224631300Z"));
  }

  @Test
  @DisplayName("the signal of an alert reads well in the journal")
  void signal() throws IOException {
    Routing routing =
        SignalTable.route(
            understood(alert("fired")).get(0), Estate.targets(), CertificateUse.UNKNOWN);

    Message.Signal signal = ((Routing.Signals) routing).signals().get(0);
    assertThat(signal.target()).isEqualTo(Estate.EDGE);
    assertThat(signal.cause().kind()).isEqualTo(Cause.Kind.ALERT);
    assertThat(signal.cause().detail())
        .startsWith(
            "alert agw-edge-unhealthy-hosts Fired (UnhealthyHostCount GreaterThan 0, is 1.0");
  }

  @Test
  @DisplayName("one notice for each resource of an alert on several")
  void severalResources() throws IOException {
    ObjectNode alert = alert("fired");
    essentials(alert)
        .putArray("alertTargetIDs")
        .add(Estate.GATEWAY.key())
        .add(Estate.SERVICE.key());

    assertThat(understood(alert))
        .extracting(notice -> notice.resource().orElseThrow())
        .containsExactly(Estate.GATEWAY, Estate.SERVICE);
  }

  @Test
  @DisplayName("a value that is null and a context that is missing are no problem")
  void nullValue() throws IOException {
    ObjectNode alert = alert("fired");
    ((ObjectNode) alert.at("/data/alertContext/condition/allOf/0")).putNull("metricValue");
    assertThat(understood(alert).get(0).condition().orElseThrow()).doesNotContain("is ");

    ((ObjectNode) alert.path("data")).remove("alertContext");
    assertThat(understood(alert).get(0).condition()).contains("Fired");
  }

  @Test
  @DisplayName("another schema is refused with the switch to turn")
  void otherSchema() throws JsonProcessingException {
    List<InputProblem> problems =
        refused(JSON.readTree("{\"schemaId\":\"AzureMonitorMetricAlert\"}"));

    assertThat(problems)
        .containsExactly(
            new InputProblem(
                "schemaId",
                "is 'AzureMonitorMetricAlert'",
                "expected 'azureMonitorCommonAlertSchema': switch on the common alert schema in the"
                    + " action group"));
    assertThat(refused(JSON.readTree("[]")))
        .extracting(InputProblem::field)
        .containsExactly("schemaId");
  }

  @Test
  @DisplayName("all problems of an alert are told at once, each by its field")
  void allProblems() throws JsonProcessingException {
    JsonNode alert =
        JSON.readTree(
            """
            {"schemaId": "azureMonitorCommonAlertSchema",
             "data": {"essentials": {"monitorCondition": "Broken",
                                     "alertTargetIDs": ["agw-edge", 7]}}}
            """);

    assertThat(refused(alert))
        .extracting(InputProblem::field)
        .containsExactly(
            "data.essentials.alertRule",
            "data.essentials.monitorCondition",
            "data.essentials.alertTargetIDs[0]",
            "data.essentials.alertTargetIDs[1]");
    assertThat(refused(alert)).allMatch(problem -> !problem.remedy().isBlank());
  }

  @Test
  @DisplayName("an alert about nothing is refused")
  void noTargets() throws IOException {
    ObjectNode alert = alert("fired");
    essentials(alert).putArray("alertTargetIDs");
    assertThat(refused(alert))
        .extracting(InputProblem::field)
        .containsExactly("data.essentials.alertTargetIDs");

    essentials(alert).put("alertTargetIDs", "agw-edge");
    assertThat(refused(alert))
        .extracting(InputProblem::field)
        .containsExactly("data.essentials.alertTargetIDs");
  }

  private static List<Notice> understood(JsonNode alert) {
    CommonAlert.Reading reading = CommonAlert.read(alert);
    assertThat(reading).isInstanceOf(CommonAlert.Reading.Understood.class);
    return ((CommonAlert.Reading.Understood) reading).notices();
  }

  private static List<InputProblem> refused(JsonNode alert) {
    CommonAlert.Reading reading = CommonAlert.read(alert);
    assertThat(reading).isInstanceOf(CommonAlert.Reading.Refused.class);
    return ((CommonAlert.Reading.Refused) reading).problems();
  }

  private static ObjectNode essentials(ObjectNode alert) {
    return (ObjectNode) alert.at("/data/essentials");
  }

  private static ObjectNode alert(String condition) throws IOException {
    String name = "/events/derived/alert.unhealthy-host-count." + condition + ".json";
    try (InputStream in = CommonAlertTest.class.getResourceAsStream(name)) {
      return (ObjectNode) JSON.readTree(in);
    }
  }
}
