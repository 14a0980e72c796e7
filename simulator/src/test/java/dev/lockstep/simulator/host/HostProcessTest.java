package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.storage.LoopbackStorage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProcessTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Lines lines = new Lines();

  private HostProcess start(StagedApp app, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(RunningHost.keys());
    all.putAll(settings);
    return HostProcess.start(HostLaunch.of(app.root(), all), DEADLINE, lines);
  }

  private static int status(HostProcess host, String path) throws Exception {
    URI uri = URI.create(host.ready().path("functionsEndpoint").asText() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void itServesTellsItsKeysAndStopsGracefully() throws Exception {
    HostProcess host = start(StagedApp.in(folder).http(), Map.of());
    assertThat(host.ready().path("functionsEndpoint").asText()).startsWith("http://127.0.0.1:");
    assertThat(host.ready().path("functionKey").asText()).isEqualTo(RunningHost.FUNCTION_KEY);
    assertThat(host.ready().path("masterKey").asText()).isEqualTo(RunningHost.MASTER_KEY);
    assertThat(host.ready().path("systemKeys").path("eventgrid_extension").asText())
        .isEqualTo(RunningHost.EVENT_KEY);
    assertThat(host.ready().path("functions").toString())
        .isEqualTo(
            "[\"bytes\",\"echo\",\"failing\",\"isolation\",\"locked\",\"open\",\"slow\",\"typed\"]");
    assertThat(status(host, "/api/open")).isEqualTo(200);
    host.close();
    assertThat(host.isAlive()).isFalse();
    assertThat(lines.all()).noneMatch(line -> line.contains(RunningHost.MASTER_KEY));
  }

  @Test
  void sigtermStopsItGracefully() throws Exception {
    try (HostProcess host = start(StagedApp.in(folder).event(), Map.of())) {
      assertThat(ProcessHandle.of(host.pid()).orElseThrow().destroy()).isTrue();
      lines.await("Functions host has stopped");
    }
    assertThat(lines.containing("Exception")).isEmpty();
  }

  @Test
  void aTimerRunsBySettingsOfTheEnvironment() throws Exception {
    try (HostProcess host = start(StagedApp.in(folder).timer(), Map.of("TICK", "* * * * * *"))) {
      assertThat(lines.await("tick {")).contains("\"IsPastDue\":false");
      lines.await("tick {", 2);
      assertThat(host.isAlive()).isTrue();
    }
  }

  @Test
  void aKilledHostLeavesItsMessageHidden() throws Exception {
    try (LoopbackStorage storage = LoopbackStorage.start()) {
      var queues = storage.server().queues();
      queues.create("lockstep-sample", Map.of());
      String text =
          Base64.getEncoder()
              .encodeToString("slow".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var unused = queues.queue("lockstep-sample").put(text, Duration.ZERO, Optional.empty());
      HostProcess host =
          start(
              StagedApp.in(folder).queue(),
              Map.of(
                  "Sample", storage.account().connectionString(),
                  "SAMPLE_QUEUE", "lockstep-sample",
                  "SAMPLE_HANG", "slow"));
      lines.await("work <slow> try 1");
      host.kill();
      assertThat(host.isAlive()).isFalse();
      assertThat(queues.queue("lockstep-sample").approximateCount()).isEqualTo(1);
      assertThat(queues.queue("lockstep-sample").peek(1)).isEmpty();
    }
  }

  @Test
  void everyMissingSettingIsNamedAtTheStart() throws Exception {
    StagedApp app = StagedApp.in(folder).timer().queue();
    assertThatThrownBy(() -> start(app, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with status 1");
    assertThat(lines.all())
        .anyMatch(
            line -> line.startsWith("function tick: schedule: '%TICK%' needs the app setting TICK"))
        .anyMatch(line -> line.contains("needs the app setting SAMPLE_QUEUE"))
        .noneMatch(line -> line.contains("\tat "));
  }
}
