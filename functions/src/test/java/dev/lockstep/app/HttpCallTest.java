package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpCallTest {
  @Test
  @DisplayName("a parameter without a value is seen although the host leaves it out")
  void bareParameter() {
    HttpCall call = call("https://host/api/resync/agw-1?plan&code=secret", Map.of());

    assertThat(call.query()).containsExactly(Map.entry("plan", ""));
  }

  @Test
  @DisplayName("the function key is no part of a call, so that it cannot be logged")
  void keyIsLeftOut() {
    HttpCall call =
        call(
            "https://host/api/status?code=secret&clientId=x", Map.of("code", "secret", "a", "b c"));

    assertThat(call.query()).containsExactly(Map.entry("a", "b c"));
    assertThat(call.toString()).doesNotContain("secret");
  }

  @Test
  @DisplayName("values are decoded once")
  void decoded() {
    HttpCall call = call("https://host/api/resync?apply=a%20b&x=%2520", Map.of("x", "%20"));

    assertThat(call.parameter("apply")).contains("a b");
    assertThat(call.parameter("x")).contains("%20");
  }

  @Test
  @DisplayName("the segment after the route, when there is one")
  void segment() {
    assertThat(call("https://host/api/resync/agw%2D1", Map.of()).segmentAfter("resync"))
        .contains("agw-1");
    assertThat(call("https://host/api/resync", Map.of()).segmentAfter("resync")).isEmpty();
    assertThat(call("https://host/api/resync/", Map.of()).segmentAfter("resync")).isEmpty();
  }

  @Test
  @DisplayName("headers are found in any case")
  void headers() {
    HttpCall call =
        HttpCall.of(URI.create("https://host/"), Map.of(), Map.of("Accept", "text/plain"), "");

    assertThat(call.header("ACCEPT")).contains("text/plain");
  }

  private static HttpCall call(String uri, Map<String, String> parameters) {
    return HttpCall.of(URI.create(uri), parameters, Map.of(), "");
  }
}
