package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.azure.StubHttp.Answer;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class HttpArmTest {
  private static final CloudEndpoints CLOUD =
      new CloudEndpoints(
          URI.create("https://management.azure.com"),
          "https://management.azure.com/",
          URI.create("https://login.microsoftonline.com"));

  @Test
  void aPathGoesToTheConfiguredEndpointWithATokenAndOurName() {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{}"));

    arm(http).send(ArmRequest.get("/subscriptions/s/x?api-version=1"));

    HttpRequest sent = http.requests().get(0);
    assertThat(sent.getUrl())
        .hasToString("https://management.azure.com/subscriptions/s/x?api-version=1");
    assertThat(sent.getHeaders().getValue(HttpHeaderName.AUTHORIZATION)).isEqualTo("Bearer token");
    assertThat(sent.getHeaders().getValue(HttpHeaderName.USER_AGENT)).isEqualTo("lockstep/test");
    assertThat(sent.getHeaders().getValue(HttpHeaderName.X_MS_CLIENT_REQUEST_ID)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/operations/1",
        "https://management.azure.com.evil.example/operations/1",
        "https://management.azure.com@evil.example/operations/1",
        "https://management.azure.com:444/operations/1",
        "http://management.azure.com/operations/1",
        "ftp://management.azure.com/x",
        "operations/1",
        ""
      })
  void noTokenLeavesForAnotherAuthority(String url) {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{}"));

    ArmAnswer answer = arm(http).send(ArmRequest.get(url));

    assertThat(http.requests()).isEmpty();
    assertThat(answer).isInstanceOf(NoAnswer.class);
    assertThat(((NoAnswer) answer).maybeSent()).isFalse();
    assertThat(((NoAnswer) answer).reason()).contains("tokens go nowhere else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://management.azure.com/operations/1?api-version=1",
        "https://management.azure.com:443/operations/1?api-version=1",
        "https://MANAGEMENT.azure.com/operations/1?api-version=1"
      })
  void aUrlThatArmGaveIsFollowed(String url) {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{\"status\":\"Succeeded\"}"));

    assertThat(arm(http).send(ArmRequest.get(url))).isInstanceOf(Answered.class);
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void whatAUrlCannotHoldIsEncodedAndWhatIsEncodedStays() {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{}"));

    arm(http).send(ArmRequest.get("/rg ä/A/@?x=%20"));

    assertThat(http.requests().get(0).getUrl())
        .hasToString("https://management.azure.com/rg%20%C3%A4/A/@?x=%20");
  }

  @Test
  void statusHeadersAndBodyComeBack() {
    StubHttp http =
        StubHttp.answering(
            request -> Answer.of(429, "{\"error\":{\"code\":\"x\"}}").with("Retry-After", "7"));

    Answered answer = (Answered) arm(http).send(ArmRequest.get("/x"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(answer.body().path("error").path("code").asText()).isEqualTo("x");
    assertThat(http.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>no</html>", "{\"cut\":"})
  void aBodyThatIsNoJsonIsMissing(String body) {
    Answered answer =
        (Answered) arm(StubHttp.answering(r -> Answer.of(200, body))).send(ArmRequest.get("/x"));

    assertThat(answer.body().isMissingNode()).isTrue();
  }

  @Test
  void aDocumentGoesOutAsItCameIn() throws Exception {
    String text = "{\"b\":1.50,\"a\":[12345678901234567890,1E+3,0.1],\"é\":null}";
    StubHttp http = StubHttp.answering(request -> Answer.of(200, text));
    JsonNode read = ((Answered) arm(http).send(ArmRequest.get("/x"))).body();

    arm(http).send(ArmRequest.put("/x", read, Map.of("If-Match", "W/\"1\"")));

    HttpRequest put = http.requests().get(1);
    assertThat(put.getBodyAsBinaryData()).hasToString(text);
    assertThat(put.getHeaders().getValue(HttpHeaderName.IF_MATCH)).isEqualTo("W/\"1\"");
    assertThat(new ObjectMapper().readTree(text)).isNotNull();
  }

  @Test
  void aRedirectIsAnAnswer() {
    StubHttp http =
        StubHttp.answering(r -> Answer.of(307, "").with("Location", "https://evil.example/"));

    assertThat(((Answered) arm(http).send(ArmRequest.get("/x"))).status()).isEqualTo(307);
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void silenceEndsWithTheTimeOutAndMayHaveBeenSent() {
    StubHttp http = StubHttp.emitting(Mono.never());
    ArmRequest request =
        new ArmRequest(
            ArmRequest.Method.PUT, "/x", Map.of(), Optional.empty(), Duration.ofMillis(20));

    assertThat(arm(http).send(request))
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.maybeSent()).isTrue());
  }

  @Test
  void aConnectionThatBreaksMayHaveSent() {
    StubHttp http = StubHttp.emitting(Mono.error(new IOException("connection reset")));

    assertThat(arm(http).send(ArmRequest.get("/x")))
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.maybeSent()).isTrue());
  }

  @Test
  void aConnectionThatWasRefusedHasSentNothing() {
    StubHttp http = StubHttp.emitting(Mono.error(new ConnectException("refused")));

    assertThat(arm(http).send(ArmRequest.get("/x")))
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.maybeSent()).isFalse());
  }

  @Test
  void aRealClosedPortHasSentNothing() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    CloudEndpoints closed =
        new CloudEndpoints(
            URI.create("https://127.0.0.1:" + port), "https://arm", URI.create("https://login"));
    HttpArm arm =
        new HttpArm(
            ArmPipeline.of(AzureHttp.client(), StubHttp.credential(), closed),
            closed,
            "lockstep/test");

    assertThat(arm.send(ArmRequest.get("/x")))
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.maybeSent()).isFalse());
  }

  @Test
  void withoutTokenNothingIsSent() {
    StubHttp http = StubHttp.answering(request -> Answer.of(200, "{}"));
    TokenCredential broken =
        context -> Mono.error(new ClientAuthenticationException("no identity", null));
    HttpArm arm = new HttpArm(ArmPipeline.of(http, broken, CLOUD), CLOUD, "lockstep/test");

    assertThat(arm.send(ArmRequest.get("/x")))
        .isInstanceOfSatisfying(
            NoAnswer.class,
            none -> {
              assertThat(none.maybeSent()).isFalse();
              assertThat(none.reason()).contains("no identity");
            });
    assertThat(http.requests()).isEmpty();
  }

  private static HttpArm arm(StubHttp http) {
    return new HttpArm(ArmPipeline.of(http, StubHttp.credential(), CLOUD), CLOUD, "lockstep/test");
  }
}
