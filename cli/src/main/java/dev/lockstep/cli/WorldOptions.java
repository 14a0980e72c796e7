package dev.lockstep.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that {@code demo} and {@code serve} share. */
final class WorldOptions {
  @Option(
      names = "--ready-file",
      paramLabel = "F",
      description =
          "Once everything answers, write a JSON object with endpoints, CA file, credentials, keys and ids.")
  private Path readyFile;

  @Option(
      names = "--audit",
      paramLabel = "F",
      description =
          "Write one JSON line per ARM request: who, what, answer, hashes before and after.")
  private Path audit;

  @Option(names = "--verbose", description = "Show every log line of the function app.")
  private boolean verbose;

  Optional<Path> readyFile() {
    return Optional.ofNullable(readyFile);
  }

  Optional<Path> audit() {
    return Optional.ofNullable(audit);
  }

  boolean verbose() {
    return verbose;
  }
}
