package dev.lockstep.azure;

import com.azure.storage.blob.BlobContainerClient;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.BlobsContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a real blob service, such as Azurite, where one is named. */
@EnabledIfEnvironmentVariable(named = "LOCKSTEP_TEST_STORAGE", matches = ".+")
class BlobServiceTest extends BlobsContract {
  private final BlobContainerClient container =
      new StorageAccount.ByConnectionString(
              System.getenv().getOrDefault("LOCKSTEP_TEST_STORAGE", ""))
          .container("t" + UUID.randomUUID(), AzureHttp.client());

  @Override
  protected Blobs blobs() {
    return new BlobStorage(container);
  }

  @AfterEach
  void removeContainer() {
    container.deleteIfExists();
  }
}
