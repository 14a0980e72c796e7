package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The functions' work from end to end: real parsing, routing, planning and protocol. */
class WholeAppTest {
  private static final Duration A_WHILE = Duration.ofMinutes(30);

  @Test
  @DisplayName("an event about a new domain publishes it with one PUT, and then there is rest")
  void domainAdded() throws IOException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");

    world
        .app()
        .event(
            EventIntakeTest.payload("resource-write-success.apim-service.eventgrid"),
            world.log().logger());
    world.run(A_WHILE);

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().zone().addresses("api")).isPresent();
    assertThat(world.queue().messages()).isEmpty();
    assertThat(world.log().errors()).isEmpty();
    assertThat(world.log().lines())
        .anyMatch(line -> line.startsWith("run ended") && line.contains("outcome=Applying"));
  }

  @Test
  @DisplayName("the journal and the log name applications and object ids, and nothing personal")
  void nothingPersonal() throws IOException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");
    String event =
        EventIntakeTest.payload("resource-write-success.apim-service.eventgrid")
            .replace(
                "\"claims\": {",
                "\"claims\": {\"name\": \"Jane Doe\", \"ipaddr\": \"203.0.113.7\","
                    + " \"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn\":"
                    + " \"jane@contoso.com\",");
    assertThat(event).contains("jane@contoso.com", "203.0.113.7");

    world.app().event(event, world.log().logger());
    world.run(A_WHILE);

    assertThat(world.journal())
        .isNotEmpty()
        .anyMatch(entry -> entry.contains("55555555-5555-5555-5555-555555555555"))
        .allSatisfy(
            entry ->
                assertThat(entry).doesNotContain("@", "Jane", "203.0.113.7").doesNotContain("upn"));
    assertThat(world.log().lines())
        .allSatisfy(line -> assertThat(line).doesNotContain("@", "Jane", "203.0.113.7"));
  }

  @Test
  @DisplayName("a plan is reviewed, confirmed by its hash, and carried out exactly so")
  void planThenApply() throws JsonProcessingException {
    WholeApp world = new WholeApp("confirm");
    world.azure().service().add("api.contoso.com");

    String text = world.resync("?plan", "text/plain").body();
    JsonNode plan = new ObjectMapper().readTree(world.resync("?plan", "*/*").body());
    assertThat(text).contains("+ httpListeners/", "Hash: " + plan.path("hash").asText());
    assertThat(world.azure().gateway().puts()).isEmpty();

    Reply other = world.resync("?apply=0123456789abcdef", "*/*");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("planChanged", plan.path("hash").asText());
    assertThat(world.azure().gateway().puts()).isEmpty();

    Reply applied = world.resync("?apply=" + plan.path("hash").asText(), "*/*");
    assertThat(applied.status()).isEqualTo(202);
    world.run(A_WHILE);
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.resync("?plan", "text/plain").body())
        .contains("0 to add, 0 to change, 0 to remove");
  }

  @Test
  @DisplayName("after the first look, a renewed certificate reaches the target that uses it only")
  void certificates() throws IOException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");
    world.app().driftCheck(world.log().logger());
    world.run(A_WHILE);
    String renewed =
        EventIntakeTest.payload("keyvault.certificate-new-version-created.eventgrid")
            .replace("cert-api-contoso-com", "api-contoso-com");

    world.app().event(renewed.replace("kv-edge", "kv-foreign"), world.log().logger());
    assertThat(world.queue().messages()).isEmpty();

    world.app().event(renewed, world.log().logger());
    assertThat(world.queue().messages())
        .extracting(Message::target)
        .isEqualTo(List.of(Estate.EDGE));
  }

  @Test
  @DisplayName("a target that no binding names any more is told with what stays of it, and read")
  void unbound() throws JsonProcessingException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");
    world.app().driftCheck(world.log().logger());
    world.run(Duration.ofSeconds(1));
    App after = world.worker(StartupTest.BINDINGS.replace("agw-edge", "agw-new"));

    JsonNode status = new ObjectMapper().readTree(world.status(after));

    assertThat(status.path("targets")).hasSize(1);
    JsonNode left = status.path("unbound").get(0);
    assertThat(status.path("unbound")).hasSize(1);
    assertThat(left.path("target").asText()).isEqualTo(Estate.EDGE.value());
    assertThat(left.at("/owned/total").asInt()).isEqualTo(6);
    assertThat(left.path("hosts").get(0).asText()).isEqualTo("api.contoso.com");
    assertThat(left.path("services").get(0).asText()).isEqualTo(Estate.SERVICE.value());
    assertThat(left.at("/pending/plan").asText()).hasSize(16);
    assertThat(left.path("remedy").asText())
        .contains("was not looked at", "?remove", Estate.EDGE + ".json");
    URI journal = URI.create("https://host/api/journal/" + Estate.EDGE);
    Reply runs = after.journal(HttpCall.of(journal, Map.of(), Map.of(), ""), world.log().logger());
    assertThat(runs.status()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(runs.body()).path("runs")).isNotEmpty();
    assertThat(new ObjectMapper().readTree(world.status()).has("unbound")).isFalse();
  }

  @Test
  @DisplayName("status tells what a run has left behind")
  void status() throws JsonProcessingException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("api.elsewhere.net");
    world.app().driftCheck(world.log().logger());
    world.run(A_WHILE);

    JsonNode target = new ObjectMapper().readTree(world.status()).at("/targets/0");

    assertThat(target.at("/lastRun/outcome").asText()).isEqualTo("Blocked");
    assertThat(target.at("/blocked/0/code").asText()).isEqualTo("zoneMissing");
    assertThat(target.at("/blocked/0/host").asText()).isEqualTo("api.elsewhere.net");
    assertThat(target.at("/owned/httpListeners").asInt()).isEqualTo(1);
    assertThat(target.has("pending")).isFalse();
  }

  @Test
  @DisplayName("an alert reads backend health, and the journal is where it goes")
  void alert() throws IOException {
    WholeApp world = new WholeApp("apply");
    world.azure().service().add("api.contoso.com");
    world.app().driftCheck(world.log().logger());
    world.run(A_WHILE);
    int before = healthReads(world);

    HttpCall call =
        new HttpCall(
            "/api/alert",
            new java.util.TreeMap<>(),
            java.util.Map.of(),
            EventIntakeTest.payload("alert.unhealthy-host-count.fired"));
    assertThat(world.app().alert(call, world.log().logger()).status()).isEqualTo(202);
    world.run(A_WHILE);

    assertThat(healthReads(world)).isEqualTo(before + 1);
  }

  private static int healthReads(WholeApp world) {
    return (int)
        world.azure().requests().stream()
            .filter(request -> request.startsWith("POST") && request.contains("backendhealth"))
            .count();
  }
}
