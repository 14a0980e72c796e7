package dev.lockstep.simulator.storage;

import dev.lockstep.simulator.clients.NodePackages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Microsoft's storage emulator Azurite in a child process: blobs and queues on free ports of
 * 127.0.0.1, kept in memory. Installed from npm as {@code src/test/azurite} pins it; without Node
 * or npm the test is skipped, unless LOCKSTEP_REQUIRE_CLIENTS is set.
 */
public final class Azurite implements AutoCloseable {
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

  /** Installs it once, and starts one; it serves when this returns. */
  public static Azurite startOrSkip() throws IOException {
    return startOrSkip(Path.of("."));
  }

  /**
   * The same for the tests of another module.
   *
   * @param module folder of the simulator's module
   */
  public static Azurite startOrSkip(Path module) throws IOException {
    Path folder = module.resolve("target/azurite");
    NodePackages.install(module.resolve("src/test/azurite"), folder);
    Path script = folder.resolve("node_modules/azurite/dist/src/azurite.js");
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
    try {
      return new Azurite(process, account(process));
    } catch (IOException | RuntimeException failed) {
      process.destroy();
      throw failed;
    }
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

  /** Its account; Azurite publishes the key, which protects nothing. */
  public StorageAccount account() {
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
