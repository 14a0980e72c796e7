package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import io.undertow.server.HttpHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    this(account, key, clock, bearer, () -> UUID.randomUUID().toString());
  }

  /** An empty account whose message ids and pop receipts come from {@code ids}. */
  public StorageServer(
      String account, String key, Clock clock, Predicate<String> bearer, Supplier<String> ids) {
    this(account, key, clock, bearer, ids, QueueFaults.NONE);
  }

  /** An empty account of which something goes wrong. */
  public StorageServer(
      String account,
      String key,
      Clock clock,
      Predicate<String> bearer,
      Supplier<String> ids,
      QueueFaults faults) {
    this.account = requireNonNull(account, "account is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.access = new StorageAccess(new SharedKey(account, key), bearer);
    this.blobs = new BlobStore(clock);
    this.queues = new QueueStore(clock, ids, faults);
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
    return new StorageHandler(this::blob);
  }

  /** Serves the Queue service. */
  public HttpHandler queueHandler() {
    return new StorageHandler(this::queue);
  }

  /** Answers a request to the Blob service without a socket; see {@link StorageRequest#of}. */
  public StorageResponse blob(
      String method, String rawPath, String rawQuery, Map<String, String> headers, Bytes body) {
    return answer(
        () -> StorageRequest.of(method, rawPath, rawQuery, headers, body), blobService::handle);
  }

  /** Answers a request to the Queue service without a socket; see {@link StorageRequest#of}. */
  public StorageResponse queue(
      String method, String rawPath, String rawQuery, Map<String, String> headers, Bytes body) {
    return answer(
        () -> StorageRequest.of(method, rawPath, rawQuery, headers, body), queueService::handle);
  }

  private StorageResponse answer(
      Supplier<StorageRequest> request, Function<StorageRequest, StorageResponse> service) {
    String requestId = UUID.randomUUID().toString();
    Instant now = clock.instant();
    return attempt(request, service, requestId, now)
        .with("Date", StorageResponse.date(now))
        .with("Server", "Windows-Azure-Storage/1.0")
        .with("x-ms-request-id", requestId);
  }

  private StorageResponse attempt(
      Supplier<StorageRequest> source,
      Function<StorageRequest, StorageResponse> service,
      String requestId,
      Instant now) {
    try {
      StorageRequest request = source.get();
      if (!request.account().equals(account)) {
        throw StorageError.RESOURCE_NOT_FOUND.asException();
      }
      access.check(request);
      return service.apply(request).with("x-ms-version", version(request));
    } catch (StorageException e) {
      StorageResponse error = StorageResponse.error(e, requestId, now);
      return e.error().status() == 401 ? error.with("WWW-Authenticate", challenge()) : error;
    }
  }

  private static String version(StorageRequest request) {
    return request.header("x-ms-version").orElse("2021-12-02");
  }

  private static String challenge() {
    return "Bearer resource_id=https://storage.azure.com";
  }
}
