package dev.lockstep.simulator.host.sample;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a test hold a function: by a latch in the system properties, the one place that both class
 * loaders share, or in another process by the setting SAMPLE_HANG, for good.
 */
final class Gate {
  private Gate() {}

  static void pass(String name) throws InterruptedException {
    if (System.getProperties().get("sample.gate." + name) instanceof CountDownLatch latch) {
      latch.await();
    }
    if (name.equals(System.getenv("SAMPLE_HANG"))) {
      new CountDownLatch(1).await();
    }
  }
}
