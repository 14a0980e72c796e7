package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import io.undertow.server.HttpHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One storage account: its state and the handlers of its two services, to be mounted on any server,
 * each on a port of its own. Paths begin with the account's name ({@code /<account>/…}).
 *
 * <p>Requests are authorized by SharedKey or by a bearer token that the given check accepts. SAS is
 * not simulated.
 */
public final class StorageServer {
  private final String account;
  private final Clock clock;
  private final StorageAccess access;
  private final BlobStore blobs;
  private final QueueStore queues;
  private final BlobService blobService;
  private final QueueService queueService;

  /**
   * An empty account.
   *
   * @param key base64 account key
   * @param bearer whether a bearer token (without the word Bearer) is good
   */
  public StorageServer(String account, String key, Clock clock, Predicate<String> bearer) {
    this.account = requireNonNull(account, "account is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.access = new StorageAccess(new SharedKey(account, key), bearer);
    this.blobs = new BlobStore(clock);
    this.queues = new QueueStore(clock);
    this.blobService = new BlobService(blobs);
    this.queueService = new QueueService(queues);
  }

  /** The account's blobs. */
  public BlobStore blobs() {
    return blobs;
  }

  /** The account's queues. */
  public QueueStore queues() {
    return queues;
  }

  /** Serves the Blob service. */
  public HttpHandler blobHandler() {
    return new StorageHandler(account, this::blob);
  }

  /** Serves the Queue service. */
  public HttpHandler queueHandler() {
    return new StorageHandler(account, this::queue);
  }

  /** Answers a request to the Blob service, without a socket. */
  public StorageResponse blob(StorageRequest request) {
    return answer(request, blobService::handle);
  }

  /** Answers a request to the Queue service, without a socket. */
  public StorageResponse queue(StorageRequest request) {
    return answer(request, queueService::handle);
  }

  private StorageResponse answer(
      StorageRequest request, Function<StorageRequest, StorageResponse> service) {
    String requestId = UUID.randomUUID().toString();
    Instant now = clock.instant();
    return attempt(request, service, requestId, now)
        .with("Date", StorageResponse.date(now))
        .with("Server", "Windows-Azure-Storage/1.0")
        .with("x-ms-request-id", requestId)
        .with("x-ms-version", request.header("x-ms-version").orElse("2025-11-05"));
  }

  private StorageResponse attempt(
      StorageRequest request,
      Function<StorageRequest, StorageResponse> service,
      String requestId,
      Instant now) {
    try {
      access.check(request);
      return service.apply(request);
    } catch (StorageException e) {
      StorageResponse error = StorageResponse.error(e, requestId, now);
      return e.error().status() == 401 ? error.with("WWW-Authenticate", challenge()) : error;
    }
  }

  private static String challenge() {
    return "Bearer resource_id=https://storage.azure.com";
  }
}
