package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionTimeoutTest {
  @TempDir private Path folder;

  @Test
  void aFunctionThatTakesTooLongFails() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    System.getProperties().put("sample.gate.forever", never);
    StagedApp app =
        StagedApp.in(folder)
            .http()
            .host("{\"version\":\"2.0\",\"functionTimeout\":\"00:00:00.500\"}");
    try (RunningHost host = new RunningHost(app, Map.of())) {
      var answer =
          host.send("POST", "/api/slow", "forever", "x-functions-key", RunningHost.FUNCTION_KEY);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(host.lines.await("exceeded functionTimeout")).contains("[Error] slow ");
      assertThat(host.status("GET", "/api/open")).as("others go on").isEqualTo(200);
    }
  }

  @Test
  void theRoutePrefixComesFromHostJson() throws Exception {
    StagedApp app =
        StagedApp.in(folder)
            .http()
            .host("{\"version\":\"2.0\",\"extensions\":{\"http\":{\"routePrefix\":\"\"}}}");
    try (RunningHost host = new RunningHost(app, Map.of())) {
      assertThat(host.status("GET", "/open")).isEqualTo(200);
      assertThat(host.status("GET", "/api/open")).isEqualTo(404);
    }
  }
}
