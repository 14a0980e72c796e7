package dev.lockstep.simulator;

import dev.lockstep.simulator.tls.Authority;
import java.time.Instant;

/**
 * Does early, on a thread beside the caller, what the first simulator of a JVM would wait for:
 * loading and initialising the libraries for certificates, TLS and HTTP. Nothing depends on it but
 * the time until a simulator serves.
 */
public final class HeadStart {
  private HeadStart() {}

  /** Begins and returns at once; the JVM does not wait for it to end. */
  public static void begin() {
    // Bouncy Castle takes longest.
    run("certificates", () -> Authority.create(Instant.EPOCH).serverContext());
  }

  private static void run(String name, Runnable work) {
    Thread thread = new Thread(work, "head-start-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
