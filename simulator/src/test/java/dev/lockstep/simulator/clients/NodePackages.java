package dev.lockstep.simulator.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packages of npm, installed as their package-lock pins them, once for each lock file. Without Node
 * or without the packages the test is skipped, unless LOCKSTEP_REQUIRE_CLIENTS is set.
 */
public final class NodePackages {
  private NodePackages() {}

  /**
   * Installs packages.
   *
   * @param source folder with package.json, package-lock.json and the further files
   * @param folder where they are installed; made when absent
   * @param further scripts that are copied beside them
   */
  public static void install(Path source, Path folder, String... further) throws IOException {
    boolean required = Optional.ofNullable(System.getenv("LOCKSTEP_REQUIRE_CLIENTS")).isPresent();
    assumeTrue(required || Command.works("node", "--version"), "Node is not installed");
    Files.createDirectories(folder);
    // The tests of two modules may use one installation.
    Path guard = folder.resolve("installing");
    try (FileChannel channel =
        FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      for (String script : further) {
        copy(source.resolve(script), folder.resolve(script));
      }
      Path lock = source.resolve("package-lock.json");
      Path installed = folder.resolve("installed-lock.json");
      if (!Files.exists(installed) || Files.mismatch(installed, lock) >= 0) {
        copy(source.resolve("package.json"), folder.resolve("package.json"));
        copy(lock, folder.resolve("package-lock.json"));
        Command.Result result = install(folder);
        assumeTrue(required || result.exit() == 0, () -> "npm ci failed: " + result.errors());
        result.orFail();
        copy(lock, installed);
      }
    }
  }

  private static Command.Result install(Path folder) {
    List<String> line =
        List.of(
            "npm",
            "ci",
            "--prefer-offline",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error");
    return Command.run(folder, Map.of(), Duration.ofMinutes(3), line.toArray(String[]::new));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
