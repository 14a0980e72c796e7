package dev.lockstep.simulator.storage;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;

/** A storage account that the contract is checked against, wherever it comes from. */
public record StorageAccount(String blobEndpoint, String queueEndpoint, String name, String key) {

  /** One try: a contract test wants to see the refusal, not a retry. */
  private static RequestRetryOptions once() {
    return new RequestRetryOptions(RetryPolicyType.FIXED, 1, 10, null, null, null);
  }

  BlobServiceClient blobs() {
    return new BlobServiceClientBuilder()
        .endpoint(blobEndpoint)
        .credential(new StorageSharedKeyCredential(name, key))
        .httpClient(new JdkHttpClientBuilder().build())
        .retryOptions(once())
        .buildClient();
  }

  QueueServiceClient queues() {
    return new QueueServiceClientBuilder()
        .endpoint(queueEndpoint)
        .credential(new StorageSharedKeyCredential(name, key))
        .httpClient(new JdkHttpClientBuilder().build())
        .retryOptions(once())
        .buildClient();
  }

  /** The connection string of this account, as an app setting has it. */
  public String connectionString() {
    return String.join(
        ";",
        "DefaultEndpointsProtocol=http",
        "AccountName=" + name,
        "AccountKey=" + key,
        "BlobEndpoint=" + blobEndpoint,
        "QueueEndpoint=" + queueEndpoint);
  }
}
