package dev.lockstep.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import dev.lockstep.port.Blobs;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One container of Azure Blob Storage. The container is made when the first write needs it. */
public final class BlobStorage implements Blobs {
  private static final int LEASE_SECONDS = 60;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final BlobContainerClient container;

  public BlobStorage(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public Optional<Versioned> read(String name) {
    return BlobAnswers.orElse(
        "read " + name,
        () -> {
          BlobDownloadContentResponse response =
              container
                  .getBlobClient(name)
                  .downloadContentWithResponse(null, null, TIMEOUT, Context.NONE);
          return Optional.of(
              new Versioned(
                  response.getValue().toString(),
                  response.getDeserializedHeaders().getETag(),
                  toldBy(response)));
        },
        BlobAnswers::isMissing,
        Optional.empty());
  }

  @Override
  public Optional<String> write(
      String name, String content, Condition condition, Optional<String> lease) {
    return BlobAnswers.orElse(
        "write " + name,
        () -> Optional.of(inContainer(() -> upload(name, content, condition, lease))),
        BlobAnswers::isConditionNotMet,
        Optional.empty());
  }

  private String upload(String name, String content, Condition condition, Optional<String> lease) {
    BlobRequestConditions conditions = new BlobRequestConditions();
    if (condition instanceof Condition.Unchanged unchanged) {
      conditions.setIfMatch(unchanged.etag());
    } else if (condition instanceof Condition.Absent) {
      conditions.setIfNoneMatch("*");
    }
    lease.ifPresent(conditions::setLeaseId);
    return container
        .getBlobClient(name)
        .getBlockBlobClient()
        .uploadWithResponse(
            new BlockBlobSimpleUploadOptions(BinaryData.fromString(content))
                .setRequestConditions(conditions),
            TIMEOUT,
            Context.NONE)
        .getValue()
        .getETag();
  }

  @Override
  public void delete(String name) {
    BlobAnswers.orElse(
        "delete " + name,
        () -> container.getBlobClient(name).deleteIfExists(),
        BlobAnswers::isMissing,
        false);
  }

  @Override
  public List<String> list(String prefix, int max) {
    return BlobAnswers.orElse(
        "list " + prefix,
        () ->
            container.listBlobs(new ListBlobsOptions().setPrefix(prefix), TIMEOUT).stream()
                .limit(max)
                .map(BlobItem::getName)
                .toList(),
        BlobAnswers::isMissing,
        List.of());
  }

  @Override
  public Optional<Lease> lease(String name) {
    BlobClient blob = container.getBlobClient(name);
    return BlobAnswers.orElse(
        "lease " + name, () -> Optional.of(acquire(blob)), BlobAnswers::isLeased, Optional.empty());
  }

  private Lease acquire(BlobClient blob) {
    try {
      return acquireExisting(blob);
    } catch (BlobStorageException e) {
      if (!BlobAnswers.isMissing(e)) {
        throw e;
      }
      write(blob.getBlobName(), "", new Condition.Absent(), Optional.empty());
      return acquireExisting(blob);
    }
  }

  private static Lease acquireExisting(BlobClient blob) {
    BlobLeaseClient client = new BlobLeaseClientBuilder().blobClient(blob).buildClient();
    Response<String> response =
        client.acquireLeaseWithResponse(LEASE_SECONDS, null, TIMEOUT, Context.NONE);
    return new BlobLease(client, toldBy(response));
  }

  /** The time of an answer, by the service's clock. */
  private static Instant toldBy(Response<?> response) {
    String date = response.getHeaders().getValue(HttpHeaderName.DATE);
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
  }

  private <T> T inContainer(java.util.function.Supplier<T> call) {
    try {
      return call.get();
    } catch (BlobStorageException e) {
      if (!BlobErrorCode.CONTAINER_NOT_FOUND.equals(e.getErrorCode())) {
        throw e;
      }
      container.createIfNotExists();
      return call.get();
    }
  }
}
