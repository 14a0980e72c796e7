package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.AppFolder;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupProblemsTest {
  @TempDir private Path folder;

  private void refused(Map<String, String> settings, String... messages) {
    var refusal =
        assertThatThrownBy(
            () -> {
              try (LoadedApp app = LoadedApp.load(AppFolder.read(folder, new Settings(settings)))) {
                assertThat(app.functions()).as("loaded after all").isEmpty();
              }
            });
    refusal.isInstanceOf(AppException.class).hasMessageContainingAll(messages);
  }

  @Test
  void aFolderThatIsNoAppIsNamed() throws Exception {
    refused(Map.of(), "host.json", "is this a staged function app?");
    StagedApp.in(folder);
    refused(Map.of(), "no function in " + folder, "build the app first");
  }

  @Test
  void everyBrokenFunctionIsNamedAtOnce() throws Exception {
    StagedApp.in(folder)
        .raw("a", "{\"scriptFile\":\"../sample-1.0.jar\",\"entryPoint\":\"none\",\"bindings\":[]}")
        .raw("b", "{\"scriptFile\":\"../gone.jar\",\"entryPoint\":\"x.Y.run\",\"bindings\":[]}")
        .function("c", "HttpSamples", "\"type\":\"cosmosDBTrigger\",\"name\":\"x\"")
        .function("d", "HttpSamples", "\"type\":\"httpTrigger\",\"authLevel\":\"SECRET\"")
        .raw("e", "{not json");
    refused(
        Map.of(),
        "function a: entryPoint must be <class>.<method>",
        "function b: scriptFile",
        "function c: this host has no trigger of type cosmosDBTrigger",
        "function d: unknown authLevel SECRET",
        "cannot read");
  }

  @Test
  void aClassOrMethodThatIsNotThereIsNamed() throws Exception {
    StagedApp.in(folder)
        .function("gone", "NoSuchClass", "\"type\":\"httpTrigger\",\"name\":\"r\"")
        .function("missing", "HttpSamples", "\"type\":\"httpTrigger\",\"name\":\"r\"");
    refused(
        Map.of(),
        "function gone: cannot load dev.lockstep.simulator.host.sample.NoSuchClass.gone",
        "function missing: dev.lockstep.simulator.host.sample.HttpSamples.missing must be exactly"
            + " one public method, found 0");
  }

  @Test
  void wrongNumbersInHostJsonAreNamed() throws Exception {
    StagedApp app = StagedApp.in(folder).event();
    app.host("{\"version\":\"2.0\",\"extensions\":{\"queues\":{\"batchSize\":33}}}");
    refused(Map.of(), "batchSize must be from 1 to 32");
    app.host("{\"version\":\"2.0\",\"functionTimeout\":\"soon\"}");
    refused(Map.of(), "functionTimeout: 'soon' is no duration; write hh:mm:ss");
    app.host("{\"version\":\"1.0\"}");
    refused(Map.of(), "version must be \"2.0\"");
  }

  @Test
  void aWrongScheduleAndAMissingAccountAreNamedByTheHost() throws Exception {
    StagedApp.in(folder).timer();
    assertThatThrownBy(
            () -> new RunningHost(StagedApp.in(folder), Map.of("TICK", "*/5 * * * *")).close())
        .isInstanceOf(AppException.class)
        .hasMessageContainingAll("function tick", "'*/5 * * * *' is no NCRONTAB schedule");
  }

  @Test
  void aQueueWithoutAccountIsNamed() throws Exception {
    StagedApp app = StagedApp.in(folder).queue();
    assertThatThrownBy(() -> new RunningHost(app, Map.of("SAMPLE_QUEUE", "q")).close())
        .isInstanceOf(AppException.class)
        .hasMessageContainingAll("set Sample to a connection string", "Sample__queueServiceUri");
    assertThatThrownBy(
            () ->
                new RunningHost(
                        app,
                        Map.of(
                            "SAMPLE_QUEUE", "q", "Sample__queueServiceUri", "http://127.0.0.1:1"))
                    .close())
        .isInstanceOf(AppException.class)
        .hasMessageContaining("set IDENTITY_HEADER");
  }

  @Test
  void aFunctionCanBeSwitchedOffByASetting() throws Exception {
    StagedApp.in(folder).event().timer();
    Settings settings = new Settings(Map.of("AzureWebJobs.tick.Disabled", "true"));
    assertThat(AppFolder.read(folder, settings).functions())
        .extracting(function -> function.name())
        .containsExactly("event");
  }
}
