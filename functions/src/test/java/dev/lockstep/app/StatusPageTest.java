package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.plan.Absences;
import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Holdings;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.state.Renewals;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Estate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final Instant AT = Instant.parse("2026-01-15T10:30:00Z");

  private final FakeRuns runs = new FakeRuns();
  private final MemoryBlobs journal = new MemoryBlobs();
  private final StatusPage page =
      new StatusPage(
          new StatusReport(
              dev.lockstep.reconcile.Estate.of(
                  new InstanceId("lockstep"), List.of(Estate.edge(), Estate.inner())),
              runs,
              new LatestPlan(journal)),
          gateway -> JsonNodeFactory.instance.objectNode().put("asked", gateway.name()));

  @Test
  @DisplayName("a target that nobody has looked at yet has its bindings and nothing else")
  void untouched() throws JsonProcessingException {
    JsonNode report = report("");

    assertThat(report.path("instance").asText()).isEqualTo("lockstep");
    assertThat(report.path("targets")).hasSize(2);
    JsonNode edge = report.path("targets").get(0);
    assertThat(edge.path("target").asText()).isEqualTo(Estate.EDGE.value());
    assertThat(edge.path("gateway").asText()).isEqualTo(Estate.GATEWAY.value());
    assertThat(edge.at("/bindings/0/service").asText()).isEqualTo(Estate.SERVICE.value());
    assertThat(edge.at("/bindings/0/mode").asText()).isEqualTo("apply");
    assertThat(edge.at("/owned/total").asInt()).isZero();
    assertThat(edge.has("lastRun")).isFalse();
    assertThat(edge.has("network")).isFalse();
  }

  @Test
  @DisplayName("renewals that are not followed yet, and certificates that end soon")
  void certificates() throws JsonProcessingException {
    Renewal.Side follows = new Renewal.Side(Renewal.View.FOLLOWS, 0);
    Renewal.Side stale = new Renewal.Side(Renewal.View.STALE, 0);
    HostName host = new HostName("api.contoso.com");
    runs.remembers(
        TargetState.INITIAL
            .after(new TargetState.LastRun(AT, "Converged", ""))
            .with(
                new Renewals(
                    Map.of(host, "AB"),
                    Map.of(
                        host,
                        new Renewal(
                            "AB",
                            AT,
                            AT.plusSeconds(86_400),
                            true,
                            false,
                            true,
                            follows,
                            stale,
                            Optional.empty(),
                            false,
                            4,
                            AT.plusSeconds(30),
                            Optional.empty())),
                    Map.of(
                        "api.contoso.com service",
                        new Renewals.Told("NEAR", AT.plusSeconds(20 * 86_400 + 60), AT)))));

    JsonNode certificates = report("").path("targets").get(0).path("certificates");

    assertThat(certificates.at("/renewals/0/host").asText()).isEqualTo("api.contoso.com");
    assertThat(certificates.at("/renewals/0/listener").asText()).isEqualTo("follows");
    assertThat(certificates.at("/renewals/0/service").asText()).isEqualTo("stale");
    assertThat(certificates.at("/renewals/0/gatewayWritten").asBoolean()).isTrue();
    assertThat(certificates.at("/ending/0/stale").asText()).isEqualTo("service");
    assertThat(certificates.at("/ending/0/daysLeft").asInt()).isEqualTo(20);
  }

  @Test
  @DisplayName("last run, change under way, next look, owned elements and refusal")
  void busy() throws JsonProcessingException {
    runs.remembers(
        new TargetState(
            4,
            Holdings.NONE
                .owning(
                    new OwnerRecord(
                        Map.of(
                            new ElementKey("httpListeners", "a"), owned(),
                            new ElementKey("httpListeners", "b"), owned(),
                            new ElementKey("probes", "a"), owned())))
                .missing(
                    new Absences(
                        Map.of(
                            new Absences.Key(Estate.SERVICE, new HostName("old.contoso.com")),
                            AT))),
            new Flight(
                Optional.of(
                    new InFlight.Operation(
                        FakeRuns.HASH,
                        new Fingerprint("fingerprint", new TreeSet<>()),
                        Optional.of("etag"),
                        AT,
                        Optional.of("https://management.azure.com/operation?t=secret"),
                        AT.plusSeconds(5),
                        2)),
                Optional.of(new Flight.Refused("f", "no access", "grant it", 1, true)),
                List.of()),
            Agenda.NONE.withWake(Optional.of(new Agenda.Wake("w4", AT.plusSeconds(5)))),
            Optional.of(new TargetState.LastRun(AT, "Applying", "on its way"))));

    JsonNode edge = report("").path("targets").get(0);

    assertThat(edge.at("/lastRun/outcome").asText()).isEqualTo("Applying");
    assertThat(edge.at("/pending/plan").asText()).isEqualTo("0123456789abcdef");
    assertThat(edge.at("/pending/looks").asInt()).isEqualTo(2);
    assertThat(edge.at("/nextWake").asText()).isEqualTo("2026-01-15T10:30:05Z");
    assertThat(edge.at("/owned/httpListeners").asInt()).isEqualTo(2);
    assertThat(edge.at("/owned/total").asInt()).isEqualTo(3);
    assertThat(edge.at("/refused/remedy").asText()).isEqualTo("grant it");
    assertThat(edge.at("/missingSince/old.contoso.com").asText()).isEqualTo(AT.toString());
    assertThat(edge.toString()).doesNotContain("secret").doesNotContain("fingerprint");
  }

  @Test
  @DisplayName("what is blocked comes from the newest record that holds a plan")
  void blocked() throws JsonProcessingException {
    journal.put(
        Estate.EDGE + "/20260115T100000.000Z-run1.json",
        "{\"plan\":{\"blocked\":[{\"code\":\"old\"}]}}");
    journal.put(
        Estate.EDGE + "/20260115T100100.000Z-run2.json",
        "{\"plan\":{\"blocked\":[{\"code\":\"zoneMissing\",\"remedy\":\"add it\"}]}}");
    journal.put(Estate.EDGE + "/20260115T100200.000Z-run3.json", "{\"outcome\":{}}");
    journal.put(Estate.EDGE + "/20260115T100300.000Z-run4.json", "damaged");

    JsonNode edge = report("").path("targets").get(0);

    assertThat(edge.at("/blocked/0/code").asText()).isEqualTo("zoneMissing");
    assertThat(edge.at("/blocked/0/remedy").asText()).isEqualTo("add it");
  }

  @Test
  @DisplayName("the network is looked at only when asked for")
  void network() throws JsonProcessingException {
    assertThat(report("?network=true").at("/targets/0/network/asked").asText())
        .isEqualTo("agw-edge");
    assertThat(report("?network=false").at("/targets/0").has("network")).isFalse();
  }

  private JsonNode report(String query) throws JsonProcessingException {
    URI uri = URI.create("https://host/api/status" + query);
    Reply reply = page.answer(HttpCall.of(uri, Map.of(), Map.of(), ""));
    assertThat(reply.status()).isEqualTo(200);
    return new ObjectMapper().readTree(reply.body());
  }

  private static OwnerRecord.Owned owned() {
    return new OwnerRecord.Owned(Estate.SERVICE, Optional.empty(), "hash", false);
  }
}
