package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageAccessTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private LoopbackStorage storage;

  @BeforeEach
  void start() {
    Clock clock = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));
    storage = LoopbackStorage.start(clock, "good-token"::equals);
    storage.server().blobs().createContainer("state", Map.of());
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(storage.account().blobEndpoint() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> as(String authorization, String path) throws Exception {
    return get(path, "Authorization", authorization, "x-ms-version", "2021-12-02");
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-ms-error-code")).contains(code);
    assertThat(answer.body())
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code>")
        .contains("RequestId:", "Time:2026-01-02T03:04:05Z");
  }

  @Test
  void withoutCredentialItIs401WithAChallenge() throws Exception {
    HttpResponse<String> answer = get("/state?restype=container");
    refused(answer, 401, "NoAuthenticationInformation");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer resource_id=https://storage.azure.com");
  }

  @Test
  void aGoodTokenOpensAndABadOneDoesNot() throws Exception {
    assertThat(as("Bearer good-token", "/state?restype=container").statusCode()).isEqualTo(200);
    refused(as("Bearer bad-token", "/state?restype=container"), 401, "InvalidAuthenticationInfo");
  }

  @Test
  void aWrongSignatureIs403() throws Exception {
    String wrong = "SharedKey " + storage.account().name() + ":AAAA";
    refused(as(wrong, "/state?restype=container"), 403, "AuthenticationFailed");
    refused(as("Basic abc", "/state?restype=container"), 403, "AuthenticationFailed");
  }

  @Test
  void aSignatureCoversTheQuery() throws Exception {
    String date = "Fri, 02 Jan 2026 03:04:05 GMT";
    Map<String, String> signed = Map.of("x-ms-date", date, "x-ms-version", "2021-12-02");
    String path = URI.create(storage.account().blobEndpoint()).getRawPath() + "/state";
    String authorization =
        new SharedKey(storage.account().name(), storage.account().key())
            .authorization("GET", signed, path, Map.of("restype", "container"));
    String[] headers = {
      "Authorization", authorization, "x-ms-date", date, "x-ms-version", "2021-12-02"
    };
    assertThat(get("/state?restype=container", headers).statusCode()).isEqualTo(200);
    refused(get("/state?restype=container&comp=list", headers), 403, "AuthenticationFailed");
  }

  @Test
  void answersCarryTheTimeOfTheClockAndTheVersionAskedFor() throws Exception {
    HttpResponse<String> answer = as("Bearer good-token", "/state?restype=container");
    assertThat(answer.headers().firstValue("Date")).contains("Fri, 02 Jan 2026 03:04:05 GMT");
    assertThat(answer.headers().firstValue("x-ms-version")).contains("2021-12-02");
    assertThat(answer.headers().firstValue("x-ms-request-id")).isPresent();
  }

  @Test
  void whatIsNotSimulatedSaysSo() throws Exception {
    refused(as("Bearer good-token", "/state/blob?comp=tags"), 501, "NotImplemented");
    assertThat(
            http.send(
                    HttpRequest.newBuilder(
                            URI.create(
                                storage.account().blobEndpoint().replace("lockstepsim", "other")))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(404);
  }
}
