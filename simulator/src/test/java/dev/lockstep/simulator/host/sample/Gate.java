package dev.lockstep.simulator.host.sample;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a test hold a function: it puts a latch into the system properties, the one place that both
 * class loaders share.
 */
final class Gate {
  private Gate() {}

  static void pass(String name) throws InterruptedException {
    if (System.getProperties().get("sample.gate." + name) instanceof CountDownLatch latch) {
      latch.await();
    }
  }
}
