package dev.lockstep.simulator.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A Functions host in a JVM of its own, as in Azure: own class path, own environment, and it can be
 * killed at any instant. Closing ends its standard input, which stops it gracefully.
 */
public final class HostProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int POLL_MILLIS = 20;

  private final Process process;
  private final Thread output;
  private final JsonNode ready;

  private HostProcess(Process process, Thread output, JsonNode ready) {
    this.process = process;
    this.output = output;
    this.ready = ready;
  }

  /**
   * Starts a host and waits until it serves.
   *
   * @param lines gets each line of its output, on a thread of its own
   * @throws IOException if it ends or does not serve within the deadline; its output tells why
   */
  public static HostProcess start(HostLaunch launch, Duration deadline, Consumer<String> lines)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lockstep-host");
    Path readyFile = folder.resolve("ready.json");
    Process process = launch.builder(readyFile).redirectErrorStream(true).start();
    Thread output = new Thread(() -> forward(process, lines), "host-output");
    output.setDaemon(true);
    output.start();
    try {
      return new HostProcess(process, output, await(process, readyFile, deadline));
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      // What it printed before its end tells the reason: let it through first.
      output.join(GRACE.toMillis());
      throw e;
    } finally {
      Files.deleteIfExists(readyFile);
      Files.deleteIfExists(folder);
    }
  }

  private static JsonNode await(Process process, Path readyFile, Duration deadline)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    while (!Files.exists(readyFile)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("the Functions host ended with status " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        throw new IOException("the Functions host does not serve after " + deadline);
      }
    }
    return new ObjectMapper().readTree(Files.readString(readyFile));
  }

  private static void forward(Process process, Consumer<String> lines) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines);
    } catch (IOException | java.io.UncheckedIOException e) {
      lines.accept("the output of the Functions host broke off: " + e.getMessage());
    }
  }

  /** The content of its ready file. */
  public JsonNode ready() {
    return ready;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it at once (SIGKILL) and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    output.join();
  }

  /** Stops it gracefully; kills it if that takes more than half a minute. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      process.getOutputStream().close();
    }
    if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    process.waitFor();
    output.join();
  }
}
