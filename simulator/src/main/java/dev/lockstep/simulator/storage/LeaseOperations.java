package dev.lockstep.simulator.storage;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The five actions of "Lease Blob". */
final class LeaseOperations {
  private final BlobContainer container;
  private final String name;
  private final StorageRequest request;
  private final Conditions conditions;

  LeaseOperations(BlobContainer container, String name, StorageRequest request) {
    this.container = container;
    this.name = name;
    this.request = request;
    this.conditions = request.conditions();
  }

  StorageResponse handle() {
    String action = request.header("x-ms-lease-action").orElse("").toLowerCase(Locale.ROOT);
    return switch (action) {
      case "acquire" -> acquire();
      case "renew" -> answer(200, container.renewLease(name, id(), conditions), id());
      case "change" ->
          answer(200, container.changeLease(name, id(), proposed(), conditions), proposed());
      case "release" ->
          StorageResponse.of(200)
              .withAll(BlobHeaders.version(container.releaseLease(name, id(), conditions)));
      case "break" -> breakLease();
      default ->
          throw StorageError.INVALID_HEADER.asException(
              "x-ms-lease-action must be acquire, renew, change, release or break.");
    };
  }

  private StorageResponse acquire() {
    int seconds = seconds("x-ms-lease-duration").orElseThrow(() -> invalid("x-ms-lease-duration"));
    if (seconds != -1 && (seconds < 15 || seconds > 60)) {
      throw invalid("x-ms-lease-duration");
    }
    Optional<Duration> duration =
        seconds == -1 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    String holder =
        request.header("x-ms-proposed-lease-id").orElseGet(() -> UUID.randomUUID().toString());
    return answer(201, container.acquireLease(name, holder, duration, conditions), holder);
  }

  private StorageResponse breakLease() {
    Optional<Integer> period = seconds("x-ms-lease-break-period");
    if (period.filter(p -> p < 0 || p > 60).isPresent()) {
      throw invalid("x-ms-lease-break-period");
    }
    LeaseBreak broken = container.breakLease(name, period.map(Duration::ofSeconds), conditions);
    return StorageResponse.of(202)
        .withAll(BlobHeaders.version(broken.properties()))
        .with("x-ms-lease-time", "" + broken.remaining().toSeconds());
  }

  private String id() {
    return request.header("x-ms-lease-id").orElseThrow(() -> invalid("x-ms-lease-id"));
  }

  private String proposed() {
    return request
        .header("x-ms-proposed-lease-id")
        .orElseThrow(() -> invalid("x-ms-proposed-lease-id"));
  }

  private Optional<Integer> seconds(String header) {
    try {
      return request.header(header).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw invalid(header);
    }
  }

  private static StorageException invalid(String header) {
    return StorageError.INVALID_HEADER.asException("Header: " + header + ".");
  }

  private static StorageResponse answer(int status, BlobProperties blob, String leaseId) {
    return StorageResponse.of(status)
        .withAll(BlobHeaders.version(blob))
        .with("x-ms-lease-id", leaseId);
  }
}
