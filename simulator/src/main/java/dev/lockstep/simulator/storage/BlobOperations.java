package dev.lockstep.simulator.storage;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations on one blob that a request can name, leases apart. */
final class BlobOperations {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  private final BlobContainer container;
  private final String name;
  private final StorageRequest request;

  BlobOperations(BlobContainer container, String name, StorageRequest request) {
    this.container = container;
    this.name = name;
    this.request = request;
  }

  StorageResponse put() {
    BlobType type =
        request
            .header("x-ms-blob-type")
            .flatMap(BlobType::of)
            .orElseThrow(
                () ->
                    StorageError.INVALID_HEADER.asException(
                        "x-ms-blob-type must be BlockBlob or AppendBlob."));
    if (request.header("x-ms-copy-source").isPresent()) {
      throw StorageError.NOT_IMPLEMENTED.asException("Copying blobs is not simulated.");
    }
    BlobWrite write =
        new BlobWrite(type, request.body(), BlobHeaders.kept(request), request.metadata(), 0);
    return written(201, container.put(name, write, request.conditions()));
  }

  StorageResponse append() {
    OptionalLong position =
        request
            .header("x-ms-blob-condition-appendpos")
            .map(text -> OptionalLong.of(Long.parseLong(text)))
            .orElseGet(OptionalLong::empty);
    BlobProperties blob = container.append(name, request.body(), position, request.conditions());
    return written(201, blob)
        .with("x-ms-blob-append-offset", "" + (blob.length() - request.body().length()))
        .with("x-ms-blob-committed-block-count", "" + blob.appendedBlocks());
  }

  StorageResponse setMetadata() {
    return written(200, container.setMetadata(name, request.metadata(), request.conditions()));
  }

  StorageResponse setHeaders() {
    Map<String, String> kept = BlobHeaders.kept(request);
    return written(200, container.setHeaders(name, kept, request.conditions()));
  }

  StorageResponse head() {
    StoredBlob blob = container.get(name, request.conditions());
    return StorageResponse.of(200)
        .withAll(BlobHeaders.of(blob))
        .with("Content-Length", "" + blob.properties().length());
  }

  StorageResponse get() {
    StoredBlob blob = container.get(name, request.conditions());
    Optional<String> range = request.header("x-ms-range").or(() -> request.header("range"));
    return range.isPresent()
        ? part(blob, range.get())
        : StorageResponse.of(200).withAll(BlobHeaders.of(blob)).withBody(blob.content());
  }

  private static StorageResponse part(StoredBlob blob, String range) {
    int length = (int) blob.properties().length();
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) >= length) {
      throw StorageError.INVALID_RANGE.asException();
    }
    int from = Integer.parseInt(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    int to = (int) Math.min(last + 1, length);
    return StorageResponse.of(206)
        .withAll(BlobHeaders.of(blob))
        .with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + length)
        .withBody(blob.content().slice(from, to));
  }

  StorageResponse delete() {
    container.delete(name, request.conditions());
    return StorageResponse.of(202).with("x-ms-delete-type-permanent", "true");
  }

  private static StorageResponse written(int status, BlobProperties blob) {
    return StorageResponse.of(status)
        .withAll(BlobHeaders.version(blob))
        .with("x-ms-request-server-encrypted", "true");
  }
}
