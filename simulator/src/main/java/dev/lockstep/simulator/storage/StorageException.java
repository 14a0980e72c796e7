package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

/** A storage operation was refused; carries the error the service would answer. */
public final class StorageException extends RuntimeException {
  private final StorageError error;

  StorageException(StorageError error, String message) {
    super(message);
    this.error = requireNonNull(error, "error is null");
  }

  /** The error, with status and code. */
  public StorageError error() {
    return error;
  }
}
