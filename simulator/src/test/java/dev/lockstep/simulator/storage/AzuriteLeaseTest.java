package dev.lockstep.simulator.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Where npm is, see {@link Azurite}. */
class AzuriteLeaseTest extends LeaseContract {
  private static Azurite azurite;

  @BeforeAll
  static void start() throws Exception {
    azurite = Azurite.startOrSkip();
  }

  @AfterAll
  static void stop() throws Exception {
    if (azurite != null) {
      azurite.close();
    }
  }

  @Override
  StorageAccount account() {
    return azurite.account();
  }
}
