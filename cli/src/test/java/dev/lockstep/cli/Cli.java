package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.openapi.LoggedExchanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the built command in a process of its own, as the launcher does.
 *
 * @param status the exit status
 * @param output what it printed
 */
record Cli(int status, String output) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Starts it; the output goes to a file, and the exchanges with ARM to one beside it. */
  static Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dlockstep.home=" + ROOT);
    command.add("-Dlockstep.exchanges=" + exchanges(output));
    command.add("-jar");
    command.add(ROOT.resolve("cli/target/lockstep-cli.jar").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static Path exchanges(Path output) {
    return output.resolveSibling("exchanges.jsonl");
  }

  /**
   * Holds every exchange of a started command to the OpenAPI files, and tells which operations were
   * seen.
   *
   * @param folder where its output went
   */
  static LoggedExchanges conformingExchanges(Path folder) throws IOException {
    LoggedExchanges seen = LoggedExchanges.read(exchanges(folder.resolve("output.txt")));
    assertThat(seen.found()).as("exchanges outside the OpenAPI files").isEmpty();
    return seen;
  }

  /** Runs it to its end; kills it when it takes longer than the limit. */
  static Cli run(Path folder, int limitSeconds, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process = start(output, arguments);
    if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new Cli(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** The last line of the output. */
  String lastLine() {
    return output.lines().reduce((a, b) -> b.isBlank() ? a : b).orElse("");
  }
}
