package dev.lockstep.azure.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ResourceId;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.VaultObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventGridParserTest {
  static Stream<String> scenarios() {
    return Payloads.derivedNames(".eventgrid").stream()
        .filter(name -> !name.startsWith("deadletter"))
        .map(name -> name.substring(0, name.length() - ".eventgrid".length()));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  @DisplayName("both schemas say the same")
  void bothSchemas(String name) {
    assertThat(one(Payloads.derived(name + ".eventgrid")))
        .isEqualTo(one(Payloads.derived(name + ".cloudevent")));
  }

  static List<Path> official() {
    return Payloads.official();
  }

  @ParameterizedTest
  @MethodSource("official")
  @DisplayName("every published example is understood")
  void publishedExamples(Path example) {
    assertThat(EventGridParser.parse(Payloads.text(example)))
        .hasSize(1)
        .allMatch(ParsedEvent.Understood.class::isInstance);
  }

  @Test
  @DisplayName("a Resource Manager event tells operation, resource, actor, id and time")
  void resourceManager() {
    Notice notice = one(Payloads.derived("resource-write-success.apim-service.cloudevent"));

    assertThat(notice.type()).isEqualTo("Microsoft.Resources.ResourceWriteSuccess");
    assertThat(notice.operation()).contains("Microsoft.ApiManagement/service/write");
    assertThat(notice.resource().map(ResourceId::name)).contains("apim-contoso");
    assertThat(notice.vaultObject()).isEmpty();
    assertThat(notice.actor()).contains("55555555-5555-5555-5555-555555555555");
    assertThat(notice.eventId()).contains("a1b2c3d4-0000-4000-8000-000000000001");
    assertThat(notice.time()).contains(Instant.parse("2026-01-15T10:20:30.123456700Z"));
  }

  @Test
  @DisplayName("a Key Vault event tells the object, whatever it is called by")
  void keyVault() {
    VaultObject expected = VaultObject.of("kv-edge", "cert-api-contoso-com");

    assertThat(one(Payloads.derived("keyvault.certificate-expired.eventgrid")).vaultObject())
        .contains(expected);
    assertThat(
            one(vaultEvent("{\"vaultname \":\"KV-Edge\",\"ObjectName \":\"Cert-api-contoso-com\"}"))
                .vaultObject())
        .contains(expected);
    assertThat(
            one(vaultEvent(
                    "{\"id\":\"https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com/1\"}"))
                .vaultObject())
        .contains(expected);
    assertThat(one(vaultEvent("{\"VaultName\":\"kv-edge\",\"EXP\":1800007200.5}")).vaultObject())
        .contains(VaultObject.of("kv-edge", "the-subject"));
    assertThat(one(vaultEvent("{}")).vaultObject()).isEmpty();
  }

  @Test
  @DisplayName("a health event tells the resource whose health it is")
  void health() {
    assertThat(one(Payloads.derived("health.availability-status-changed.eventgrid")).resource())
        .map(ResourceId::name)
        .contains("vm-jump");
  }

  @Test
  @DisplayName("an alert inside an event counts as the alert")
  void alertThroughTopic() {
    String alert = Payloads.derived("alert.unhealthy-host-count.fired");
    Notice notice = one(cloudEvent("Contoso.Alerts.Forwarded", alert));

    assertThat(notice.type()).isEqualTo("azureMonitorCommonAlertSchema");
    assertThat(notice.operation()).contains("agw-edge-unhealthy-hosts");
    assertThat(notice.resource()).map(ResourceId::name).contains("agw-edge");
    assertThat(problems(cloudEvent("x", "{\"schemaId\":\"azureMonitorCommonAlertSchema\"}")))
        .extracting(InputProblem::field)
        .contains("data.essentials.alertTargetIDs");
  }

  @Test
  @DisplayName("an unknown type is understood, and what to do with it is for the table to say")
  void unknownType() {
    assertThat(one(cloudEvent("Contoso.Something", "{\"a\":1}")).type())
        .isEqualTo("Contoso.Something");
    assertThat(one(cloudEvent("Contoso.Something", "\"text\"")).resource()).isEmpty();
  }

  @Test
  @DisplayName("a bad event in an array does not lose the others")
  void mixedArray() {
    String good = Payloads.derived("resource-write-success.apim-service.cloudevent");
    String other = Payloads.derived("keyvault.certificate-expired.eventgrid");
    String array =
        "["
            + good
            + ", 7, {\"eventType\":\"x\"}, "
            + other.substring(1, other.lastIndexOf(']'))
            + "]";

    List<ParsedEvent> events = EventGridParser.parse(array);

    assertThat(events)
        .extracting(ParsedEvent.Understood.class::isInstance)
        .containsExactly(true, false, false, true);
    assertThat(((ParsedEvent.Unreadable) events.get(2)).problems())
        .extracting(InputProblem::field)
        .containsExactly("[2].id", "[2].subject", "[2].eventTime", "[2].dataVersion", "[2].data");
  }

  @ParameterizedTest
  @DisplayName("what is no event is a problem that says what is expected")
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "7",
        "\"text\"",
        "{}",
        "[]",
        "[[]]",
        "{\"id\":",
        "{} {}",
        "{\"specversion\":\"1.0\"}",
        "{\"specversion\":\"0.3\",\"id\":\"1\",\"type\":\"x\",\"source\":\"s\"}",
        "{\"specversion\":1.0,\"id\":\"1\",\"type\":\"x\",\"source\":\"s\"}",
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"x\",\"source\":\"s\",\"time\":\"noon\"}",
        "{\"eventType\":\"x\",\"id\":{},\"subject\":\"s\",\"eventTime\":\"2026-01-15T10:20:30Z\",\"dataVersion\":\"1\",\"data\":{}}",
        "{\"eventType\":\"x\",\"id\":\"1\",\"subject\":\"s\",\"eventTime\":\"noon\",\"dataVersion\":\"1\",\"data\":{}}",
      })
  void malformed(String payload) {
    assertThat(problems(payload))
        .isNotEmpty()
        .allMatch(problem -> !problem.problem().isBlank() && !problem.remedy().isBlank());
  }

  private static Notice one(String payload) {
    List<ParsedEvent> events = EventGridParser.parse(payload);
    assertThat(events).hasSize(1).allMatch(ParsedEvent.Understood.class::isInstance);
    List<Notice> notices = ((ParsedEvent.Understood) events.get(0)).notices();
    assertThat(notices).hasSize(1);
    return notices.get(0);
  }

  private static List<InputProblem> problems(String payload) {
    List<ParsedEvent> events = EventGridParser.parse(payload);
    assertThat(events).hasSize(1).allMatch(ParsedEvent.Unreadable.class::isInstance);
    return ((ParsedEvent.Unreadable) events.get(0)).problems();
  }

  private static String vaultEvent(String data) {
    return cloudEvent("Microsoft.KeyVault.CertificateNewVersionCreated", data);
  }

  private static String cloudEvent(String type, String data) {
    return """
        {"id": "1", "source": "/here", "subject": "the-subject", "type": "%s",
         "time": "2026-01-15T10:20:30Z", "specversion": "1.0", "data": %s}
        """
        .formatted(type, data);
  }
}
