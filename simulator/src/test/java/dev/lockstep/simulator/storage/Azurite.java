package dev.lockstep.simulator.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azurite in a child process, from the folder that the environment variable LOCKSTEP_AZURITE names:
 * one in which {@code npm install azurite@3.37.0} was run. Without it the tests are skipped.
 */
final class Azurite implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Azurite (Blob|Queue) service is successfully listening at (http\\S+)");

  /** The account and key that Azurite publishes in its README; they protect nothing. */
  private static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private final Process process;
  private final StorageAccount account;

  private Azurite(Process process, StorageAccount account) {
    this.process = process;
    this.account = account;
  }

  static Azurite startOrSkip() throws IOException {
    Optional<String> folder = Optional.ofNullable(System.getenv("LOCKSTEP_AZURITE"));
    assumeTrue(folder.isPresent(), "LOCKSTEP_AZURITE names no installed Azurite");
    Path script = Path.of(folder.get(), "node_modules", "azurite", "dist", "src", "azurite.js");
    Process process =
        new ProcessBuilder(
                List.of(
                    "node",
                    script.toString(),
                    "--inMemoryPersistence",
                    "--skipApiVersionCheck",
                    "--silent",
                    "--blobPort",
                    "0",
                    "--queuePort",
                    "0",
                    "--tablePort",
                    "0"))
            .redirectErrorStream(true)
            .start();
    return new Azurite(process, account(process));
  }

  private static StorageAccount account(Process process) throws IOException {
    Map<String, String> endpoints = new HashMap<>();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    while (endpoints.size() < 2) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("Azurite ended before it listened; endpoints " + endpoints);
      }
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        endpoints.put(matcher.group(1), matcher.group(2) + "/" + ACCOUNT);
      }
    }
    return new StorageAccount(endpoints.get("Blob"), endpoints.get("Queue"), ACCOUNT, KEY);
  }

  StorageAccount account() {
    return account;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
