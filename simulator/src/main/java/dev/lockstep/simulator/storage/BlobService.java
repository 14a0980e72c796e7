package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The Blob service: names the operation of a request and sends it to where it is done. */
final class BlobService {
  private final BlobStore store;
  private final BlobListing listing;

  BlobService(BlobStore store) {
    this.store = requireNonNull(store, "store is null");
    this.listing = new BlobListing(store);
  }

  StorageResponse handle(StorageRequest request) {
    List<String> path = request.path();
    return switch (path.size()) {
      case 0 -> account(request);
      case 1 -> container(request, path.get(0));
      default -> blob(request, path.get(0), String.join("/", path.subList(1, path.size())));
    };
  }

  private StorageResponse account(StorageRequest request) {
    return switch (request.operation()) {
      case "GET - list" -> listing.containers(request);
      default -> throw notImplemented(request);
    };
  }

  private StorageResponse container(StorageRequest request, String name) {
    return switch (request.operation()) {
      case "PUT container -" -> created(store.createContainer(name, request.metadata()));
      case "GET container -", "HEAD container -", "GET container metadata" ->
          properties(store.container(name));
      case "DELETE container -" -> {
        store.deleteContainer(name);
        yield StorageResponse.of(202);
      }
      case "GET container list" -> listing.blobs(request, store.container(name));
      default -> throw notImplemented(request);
    };
  }

  private static StorageResponse created(BlobContainer container) {
    return StorageResponse.of(201).withAll(BlobHeaders.version(container));
  }

  private static StorageResponse properties(BlobContainer container) {
    return StorageResponse.of(200)
        .withAll(BlobHeaders.version(container))
        .withAll(BlobHeaders.metadata(container.metadata()))
        .with("x-ms-lease-status", "unlocked")
        .with("x-ms-lease-state", "available")
        .with("x-ms-has-immutability-policy", "false")
        .with("x-ms-has-legal-hold", "false");
  }

  private StorageResponse blob(StorageRequest request, String container, String name) {
    BlobOperations blob = new BlobOperations(store.container(container), name, request);
    return switch (request.operation()) {
      case "PUT - -" -> blob.put();
      case "PUT - appendblock" -> blob.append();
      case "PUT - metadata" -> blob.setMetadata();
      case "PUT - properties" -> blob.setHeaders();
      case "PUT - lease" -> new LeaseOperations(store.container(container), name, request).handle();
      case "GET - -" -> blob.get();
      case "HEAD - -", "GET - metadata", "HEAD - metadata" -> blob.head();
      case "DELETE - -" -> blob.delete();
      default -> throw notImplemented(request);
    };
  }

  static StorageException notImplemented(StorageRequest request) {
    return StorageError.NOT_IMPLEMENTED.asException("Operation: " + request.operation() + ".");
  }
}
