package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import java.net.URI;

/**
 * How the storage account of the function app is reached. Clients make one try: what fails comes
 * back as a message, and a hidden second try of a conditional write would look like somebody
 * else's.
 */
public sealed interface StorageAccount {
  /** Container of the target states. */
  String STATE = "lockstep-state";

  /** Container of the run records. */
  String JOURNAL = "lockstep-journal";

  /** The queue that starts runs. */
  String SIGNALS = "lockstep-signals";

  /** By a connection string, with key. */
  record ByConnectionString(String value) implements StorageAccount {
    @Override
    public String toString() {
      return "ByConnectionString[…]";
    }
  }

  /** By identity. */
  record ByIdentity(URI blobs, URI queues, TokenCredential credential) implements StorageAccount {}

  /** A container of this account; nothing is sent yet. */
  default BlobContainerClient container(String name, HttpClient client) {
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder()
            .httpClient(client)
            .retryOptions(oneTry())
            .containerName(name);
    if (this instanceof ByIdentity identity) {
      builder.endpoint(identity.blobs().toString()).credential(identity.credential());
    } else if (this instanceof ByConnectionString connection) {
      builder.connectionString(connection.value());
    }
    return builder.buildClient();
  }

  /** A queue of this account; nothing is sent yet. Messages are base64, as the Functions host's. */
  default QueueClient queue(String name, HttpClient client) {
    QueueClientBuilder builder =
        new QueueClientBuilder()
            .httpClient(client)
            .retryOptions(oneTry())
            .messageEncoding(QueueMessageEncoding.BASE64)
            .queueName(name);
    if (this instanceof ByIdentity identity) {
      builder.endpoint(identity.queues().toString()).credential(identity.credential());
    } else if (this instanceof ByConnectionString connection) {
      builder.connectionString(connection.value());
    }
    return builder.buildClient();
  }

  private static RequestRetryOptions oneTry() {
    return new RequestRetryOptions(RetryPolicyType.FIXED, 1, 15, null, null, null);
  }
}
