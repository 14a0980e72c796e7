package dev.lockstep.config;

import java.net.URI;
import java.util.Optional;

/** How the app reaches the storage account of its queue and its state. */
public sealed interface StorageConnection {
  /**
   * With a key. For development.
   *
   * @param value the connection string; it holds a secret and is never shown
   */
  record WithKey(String value) implements StorageConnection {
    @Override
    public String toString() {
      return "WithKey[…]";
    }
  }

  /**
   * With the managed identity.
   *
   * @param blobService the blob endpoint
   * @param queueService the queue endpoint
   * @param clientId a user-assigned identity other than the app's
   */
  record WithIdentity(URI blobService, URI queueService, Optional<String> clientId)
      implements StorageConnection {}
}
