package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulatedBlobTest extends BlobContract {
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

  /** Not in the contract: the JDK's HTTP client hands header names over in lower case. */
  @Test
  void namesOfMetadataKeepTheirCaseAndFollowTheRules() {
    var client = account().blobs().createBlobContainer("names");
    var container = storage.server().blobs().container("names");
    client.getBlobClient("b").upload(BinaryData.fromString("x"));
    client.getBlobClient("b").setMetadata(Map.of("targetId", "gateway"));
    assertThat(container.get("b", Conditions.NONE).properties().metadata())
        .isEqualTo(Map.of("targetId", "gateway"));
    Refusals.blobRefused(
        400,
        "InvalidMetadata",
        () -> client.getBlobClient("b").setMetadata(Map.of("target-id", "gateway")));
  }
}
