package dev.lockstep.simulator.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run to its end. */
final class Command {
  private Command() {}

  /** How a program ended. Its two outputs are apart. */
  record Result(int exit, String output, String errors) {
    Result orFail() {
      if (exit != 0) {
        throw new AssertionError("exit " + exit + "\n" + output + "\n" + errors);
      }
      return this;
    }
  }

  /** Whether a program can be started and ends well. */
  static boolean works(String... line) {
    try {
      return run(Path.of("."), Map.of(), Duration.ofSeconds(30), line).exit() == 0;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  /**
   * Runs a program.
   *
   * @throws UncheckedIOException when there is no such program
   */
  static Result run(
      Path folder, Map<String, String> environment, Duration longest, String... line) {
    try {
      Path output = Files.createTempFile("output", ".txt");
      Path errors = Files.createTempFile("errors", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(List.of(line))
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new AssertionError(
            "not done after %s: %s%n%s".formatted(longest, line[0], Files.readString(errors)));
      }
      return new Result(process.exitValue(), text(output), text(errors));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
