package dev.lockstep.simulator.storage;

import static dev.lockstep.simulator.storage.Refusals.blobRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.LeaseStateType;
import com.azure.storage.blob.models.LeaseStatusType;
import com.azure.storage.blob.options.BlobBreakLeaseOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Lockstep needs of blob leases, said through the Azure SDK; true of every server. */
abstract class LeaseContract {
  private BlobClient blob;

  abstract StorageAccount account();

  @BeforeEach
  void freshBlob() {
    blob =
        account().blobs().createBlobContainer("lease-" + UUID.randomUUID()).getBlobClient("target");
    blob.upload(BinaryData.fromString("{}"));
  }

  private BlobLeaseClient client() {
    return new BlobLeaseClientBuilder().blobClient(blob).buildClient();
  }

  private void write(String leaseId) {
    blob.uploadWithResponse(
        new BlobParallelUploadOptions(BinaryData.fromString("new"))
            .setRequestConditions(new BlobRequestConditions().setLeaseId(leaseId)),
        null,
        Context.NONE);
  }

  @Test
  void aLeaseIsExclusive() {
    BlobLeaseClient first = client();
    String id = first.acquireLease(60);
    assertThat(id).isEqualTo(first.getLeaseId());
    var properties = blob.getProperties();
    assertThat(properties.getLeaseState()).isEqualTo(LeaseStateType.LEASED);
    assertThat(properties.getLeaseStatus()).isEqualTo(LeaseStatusType.LOCKED);
    blobRefused(409, "LeaseAlreadyPresent", () -> client().acquireLease(60));
    assertThat(first.renewLease()).isEqualTo(id);
    assertThat(first.acquireLease(15)).as("the holder may take it again").isEqualTo(id);
    first.releaseLease();
    assertThat(client().acquireLease(-1)).isNotEmpty();
  }

  @Test
  void onlyTheHolderWrites() {
    BlobLeaseClient holder = client();
    holder.acquireLease(60);
    blobRefused(412, "LeaseIdMissing", () -> blob.upload(BinaryData.fromString("x"), true));
    blobRefused(412, "LeaseIdMissing", blob::delete);
    blobRefused(412, "LeaseIdMismatchWithBlobOperation", () -> write(UUID.randomUUID().toString()));
    write(holder.getLeaseId());
    assertThat(blob.downloadContent().toString()).as("readers need no lease").isEqualTo("new");
    blobRefused(409, "LeaseIdMismatchWithLeaseOperation", () -> client().releaseLease());
    assertThat(blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.LEASED);
  }

  @Test
  void aLeaseThatIsNotThereCannotBeUsed() {
    blobRefused(412, "LeaseNotPresentWithBlobOperation", () -> write(UUID.randomUUID().toString()));
    blobRefused(409, "LeaseNotPresentWithLeaseOperation", () -> client().breakLease());
  }

  @Test
  void theIdCanBeChanged() {
    BlobLeaseClient lease = client();
    String old = lease.acquireLease(60);
    String next = UUID.randomUUID().toString();
    assertThat(lease.changeLease(next)).isEqualTo(next);
    blobRefused(412, "LeaseIdMismatchWithBlobOperation", () -> write(old));
    write(next);
    assertThat(blob.downloadContent().toString()).isEqualTo("new");
  }

  @Test
  void aBrokenLeaseIsLost() {
    BlobLeaseClient lease = client();
    lease.acquireLease(60);
    assertThat(
            client()
                .breakLeaseWithResponse(
                    new BlobBreakLeaseOptions().setBreakPeriod(Duration.ZERO), null, Context.NONE)
                .getValue())
        .isZero();
    assertThat(blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.BROKEN);
    blobRefused(409, "LeaseIsBrokenAndCannotBeRenewed", lease::renewLease);
    assertThat(client().acquireLease(15)).isNotEmpty();
  }

  @Test
  void aBreakingLeaseStillLocks() {
    BlobLeaseClient lease = client();
    lease.acquireLease(60);
    assertThat(client().breakLease()).isBetween(50, 60);
    assertThat(blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.BREAKING);
    blobRefused(409, "LeaseAlreadyPresent", () -> client().acquireLease(15));
    blobRefused(412, "LeaseIdMissing", () -> blob.upload(BinaryData.fromString("x"), true));
    lease.releaseLease();
    assertThat(blob.getProperties().getLeaseState()).isEqualTo(LeaseStateType.AVAILABLE);
  }

  @Test
  void durationsOutsideTheRulesAreRefused() {
    blobRefused(400, "InvalidHeaderValue", () -> client().acquireLease(14));
    blobRefused(400, "InvalidHeaderValue", () -> client().acquireLease(61));
    blobRefused(
        404,
        "BlobNotFound",
        () ->
            new BlobLeaseClientBuilder()
                .blobClient(blob.getContainerClient().getBlobClient("absent"))
                .buildClient()
                .acquireLease(15));
  }
}
