package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.azure.BlobText;
import dev.lockstep.model.TargetId;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {
  static final String BINDINGS =
      """
      {"bindings": [{
        "name": "edge",
        "service": "%s",
        "gateway": "%s",
        "zones": ["%s"],
        "endpoints": {"Proxy": {"frontend": "public"}},
        "mode": "apply"}]}
      """
          .formatted(Estate.SERVICE, Estate.GATEWAY, Estate.ZONE);

  private static final String BLOB = "https://stconfig.blob.core.windows.net/lockstep/b.json";
  private static final Map<String, String> STORAGE =
      Map.of("AzureWebJobsStorage__accountName", "stlockstep");

  @TempDir Path folder;

  @Test
  @DisplayName("bindings in the setting itself")
  void inline() {
    Startup startup = read(with("LOCKSTEP_BINDINGS", BINDINGS));

    assertThat(startup.configuration().targets()).containsOnlyKeys(TargetId.of(Estate.GATEWAY));
    assertThat(startup.settings().gatewayApiVersion()).isEqualTo("2025-01-01");
  }

  @Test
  @DisplayName("bindings in a file, absolute or below the app's folder")
  void file() throws IOException {
    Path file = Files.writeString(folder.resolve("bindings.json"), BINDINGS);
    Map<String, String> below = with("LOCKSTEP_BINDINGS_FILE", "bindings.json");
    below.put("AzureWebJobsScriptRoot", folder.toString());

    assertThat(read(below).configuration())
        .isEqualTo(read(with("LOCKSTEP_BINDINGS_FILE", file.toString())).configuration());
  }

  @Test
  @DisplayName("a file that is not there, is a folder, or is no text is named in the problem")
  void noFile() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.json"), "ä".getBytes(StandardCharsets.ISO_8859_1));

    for (Path wrong : List.of(folder.resolve("none.json"), folder, latin)) {
      assertThat(problems(with("LOCKSTEP_BINDINGS_FILE", wrong.toString())))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.field()).isEqualTo("LOCKSTEP_BINDINGS_FILE");
                assertThat(problem.problem()).contains(wrong.toString());
                assertThat(problem.remedy()).isNotBlank();
              });
    }
    assertThat(problems(with("LOCKSTEP_BINDINGS_FILE", "a\0b"))).hasSize(1);
  }

  @Test
  @DisplayName("problems of settings and of bindings are told together")
  void everythingAtOnce() {
    Map<String, String> environment =
        with("LOCKSTEP_BINDINGS", "{\"bindings\": [{\"name\": \"x\"}]}");
    environment.put("LOCKSTEP_INSTANCE", "Not An Id");
    environment.put("LOCKSTEP_CLOUD", "Mars");

    assertThat(problems(environment))
        .extracting(InputProblem::field)
        .contains(
            "LOCKSTEP_INSTANCE", "LOCKSTEP_CLOUD", "bindings[0].service", "bindings[0].gateway");
  }

  @Test
  @DisplayName("nothing set at all: each missing setting by its name")
  void nothing() {
    assertThat(problems(Map.of()))
        .extracting(InputProblem::field)
        .contains("LOCKSTEP_BINDINGS", "AzureWebJobsStorage");
  }

  @Test
  @DisplayName("a key in a connection string is never part of a message")
  void noSecret() {
    Map<String, String> environment = new TreeMap<>(Map.of("LOCKSTEP_BINDINGS", "not json"));
    environment.put("AzureWebJobsStorage", "AccountName=x;AccountKey=c2VjcmV0");

    assertThat(problems(environment).toString()).doesNotContain("c2VjcmV0");
  }

  @Test
  @DisplayName("bindings in a blob, named with their version in the log")
  void blob() {
    Map<String, String> environment = with("LOCKSTEP_BINDINGS_URL", BLOB);

    Startup startup =
        Startup.read(
            environment,
            (settings, blob) -> {
              assertThat(blob).hasToString(BLOB);
              return new BlobText.Text(BINDINGS, "0x8DB");
            });

    assertThat(startup.configuration())
        .isEqualTo(read(with("LOCKSTEP_BINDINGS", BINDINGS)).configuration());
    assertThat(startup.origin()).isEqualTo(BLOB + " etag 0x8DB");
  }

  @Test
  @DisplayName("a blob that cannot be read is a problem and not an empty list, until it can be")
  void unreadBlob() {
    Map<String, String> environment = with("LOCKSTEP_BINDINGS_URL", BLOB);
    Queue<BlobText.Answer> answers =
        new ArrayDeque<>(
            List.of(
                new BlobText.Unread("could not be read: 403", "give the role"),
                new BlobText.Text("{\"bindings\": {}}", "0x1"),
                new BlobText.Text(BINDINGS, "0x2")));
    Once<Startup> once =
        new Once<>(() -> Startup.read(environment, (settings, blob) -> answers.remove()));

    assertThatThrownBy(once::get)
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessage(
            "the configuration is invalid: LOCKSTEP_BINDINGS_URL: "
                + BLOB
                + " could not be read: 403; give the role");
    assertThatThrownBy(once::get).hasMessageContaining("bindings: is not a list");
    assertThat(once.get().configuration().bindings()).hasSize(1);
  }

  @Test
  @DisplayName("without settings that say with whose identity, no blob is read")
  void blobAndBrokenSettings() {
    Map<String, String> environment = with("LOCKSTEP_BINDINGS_URL", BLOB);
    environment.put("LOCKSTEP_CREDENTIAL", "password");

    assertThat(problems(environment))
        .extracting(InputProblem::field)
        .containsExactly("LOCKSTEP_CREDENTIAL");
  }

  private static Startup read(Map<String, String> environment) {
    return Startup.read(
        environment,
        (settings, blob) -> {
          throw new AssertionError("no blob is named: " + blob);
        });
  }

  private static List<InputProblem> problems(Map<String, String> environment) {
    ConfigurationInvalid invalid =
        catchThrowableOfType(ConfigurationInvalid.class, () -> read(environment));
    assertThat(invalid).hasMessageStartingWith("the configuration is invalid: ");
    return invalid.problems();
  }

  private static Map<String, String> with(String setting, String value) {
    Map<String, String> environment = new TreeMap<>(STORAGE);
    environment.put(setting, value);
    return environment;
  }
}
