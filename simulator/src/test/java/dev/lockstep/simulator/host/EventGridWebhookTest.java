package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventGridWebhookTest {
  private static final String HOOK =
      "/runtime/webhooks/eventgrid?functionName=event&code=" + RunningHost.EVENT_KEY;

  @TempDir private static Path folder;
  private static RunningHost host;

  @BeforeAll
  static void start() throws Exception {
    host = new RunningHost(StagedApp.in(folder).event().http(), Map.of());
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static HttpResponse<String> notify(String body) throws Exception {
    return host.send("POST", HOOK, body, "aeg-event-type", "Notification");
  }

  @Test
  void theValidationEventIsAnsweredWithItsCode() throws Exception {
    var answer =
        host.send(
            "POST",
            HOOK,
            "[{\"id\":\"1\",\"data\":{\"validationCode\":\"abc\"}}]",
            "aeg-event-type",
            "SubscriptionValidation");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"abc\"}");
    assertThat(
            host.send("POST", HOOK, "[{}]", "aeg-event-type", "SubscriptionValidation")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theCloudEventsHandshakeAllowsTheOrigin() throws Exception {
    var answer = host.send("OPTIONS", HOOK, "", "WebHook-Request-Origin", "eventgrid.azure.net");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("WebHook-Allowed-Origin"))
        .contains("eventgrid.azure.net");
    assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).isPresent();
    var other = host.send("OPTIONS", HOOK, "", "WebHook-Request-Origin", "evil.example");
    assertThat(other.headers().firstValue("WebHook-Allowed-Origin"))
        .contains("eventgrid.azure.net");
  }

  @Test
  void everyEventIsOneInvocation() throws Exception {
    var answer =
        notify("[{\"id\":\"a1\",\"eventType\":\"T\"},{\"id\":\"a2\",\"eventType\":\"T\"}]");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(host.lines.containing("got {\"id\":\"a1\",\"eventType\":\"T\"}")).hasSize(1);
    assertThat(host.lines.containing("got {\"id\":\"a2\",\"eventType\":\"T\"}")).hasSize(1);
  }

  @Test
  void aSingleCloudEventIsTakenToo() throws Exception {
    assertThat(notify("{\"id\":\"c1\",\"specversion\":\"1.0\"}").statusCode()).isEqualTo(202);
    assertThat(host.lines.containing("got {\"id\":\"c1\"")).hasSize(1);
  }

  @Test
  void oneFailureIsAFailureOfAll() throws Exception {
    assertThat(notify("[{\"id\":\"g1\"},{\"id\":\"poison\"}]").statusCode()).isEqualTo(500);
    assertThat(host.lines.containing("got {\"id\":\"g1\"}")).hasSize(1);
  }

  @Test
  void whatIsNoEventIsRefused() throws Exception {
    for (String body : new String[] {"", "{not json", "\"text\"", "[1]", "{} {}"}) {
      assertThat(notify(body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(host.send("POST", HOOK, "[{}]").statusCode()).as("no header").isEqualTo(400);
    assertThat(host.status("GET", HOOK)).isEqualTo(405);
    assertThat(host.send("POST", HOOK, "[]", "aeg-event-type", "Unsubscribe").statusCode())
        .isEqualTo(202);
  }

  @Test
  void onlyItsKeyOpensIt() throws Exception {
    String hook = "/runtime/webhooks/eventgrid?functionName=event";
    assertThat(host.status("POST", hook)).isEqualTo(401);
    assertThat(host.status("POST", hook + "&code=wrong")).isEqualTo(401);
    assertThat(host.status("OPTIONS", hook + "&code=" + RunningHost.FUNCTION_KEY)).isEqualTo(401);
    String other = "/runtime/webhooks/eventgrid?code=" + RunningHost.EVENT_KEY;
    assertThat(host.status("POST", other)).isEqualTo(404);
    assertThat(host.status("POST", other + "&functionName=none")).isEqualTo(404);
    assertThat(host.status("POST", other + "&functionName=echo")).isEqualTo(404);
  }
}
