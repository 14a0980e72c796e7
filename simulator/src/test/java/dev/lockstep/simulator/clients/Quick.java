package dev.lockstep.simulator.clients;

import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A simulator whose slow things take next to no time, for clients that wait by the second. */
final class Quick {
  private static final Duration SHORT = Duration.ofMillis(20);

  private Quick() {}

  static Simulator start() {
    return start(Duration.ZERO);
  }

  /** With another Retry-After; the Azure CLI takes 0 for none, and then waits 30 seconds. */
  static Simulator start(Duration retryAfter) {
    return Simulator.start(
        SimulatorOptions.DEFAULT.withLatencies(
            new Latencies(
                SHORT,
                SHORT,
                SHORT,
                Duration.ZERO,
                SHORT,
                SHORT,
                retryAfter,
                Duration.ofSeconds(30))));
  }

  /** Writes the ready file into a folder. */
  static Path readyFile(Simulator simulator, Path folder) throws IOException {
    return Files.write(folder.resolve("ready.json"), Json.bytes(simulator.ready()));
  }
}
