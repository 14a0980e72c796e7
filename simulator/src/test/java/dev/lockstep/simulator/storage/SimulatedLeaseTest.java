package dev.lockstep.simulator.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SimulatedLeaseTest extends LeaseContract {
  private static LoopbackStorage storage;

  @BeforeAll
  static void start() {
    storage = LoopbackStorage.start();
  }

  @AfterAll
  static void stop() {
    storage.close();
  }

  @Override
  StorageAccount account() {
    return storage.account();
  }
}
