package dev.lockstep.cli.kills;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.util.Comparator;
import java.util.List;

/** What the app leaves in its storage account, read as a person with a data role does. */
final class Storehouse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlobContainerClient states;
  private final BlobContainerClient journal;
  private final QueueClient poison;

  Storehouse(String connectionString) {
    HttpClient http = new JdkHttpClientBuilder().build();
    var blobs =
        new BlobServiceClientBuilder()
            .connectionString(connectionString)
            .httpClient(http)
            .buildClient();
    states = blobs.getBlobContainerClient("lockstep-state");
    journal = blobs.getBlobContainerClient("lockstep-journal");
    poison =
        new QueueServiceClientBuilder()
            .connectionString(connectionString)
            .httpClient(http)
            .buildClient()
            .getQueueClient("lockstep-signals-poison");
  }

  private static String target(Site site) {
    return TargetId.of(new ResourceId(site.gateway())).value();
  }

  /** The state of a site's target; missing before its first run. */
  JsonNode state(Site site) {
    var blob = states.getBlobClient(target(site) + ".json");
    return states.exists() && blob.exists()
        ? json(blob.downloadContent().toString())
        : MissingNode.getInstance();
  }

  /** The journal of a site's target, by the number of the run. */
  List<JsonNode> journal(Site site) {
    String folder = target(site) + "/";
    return journal.listBlobsByHierarchy(folder).stream()
        .map(item -> journal.getBlobClient(item.getName()).downloadContent().toString())
        .map(Storehouse::json)
        .sorted(Comparator.comparingLong(entry -> entry.path("run").asLong()))
        .toList();
  }

  /** How many messages were given up. */
  long poisoned() {
    return poison.getProperties().getApproximateMessagesCountLong();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a blob of the app is no JSON: " + text, e);
    }
  }
}
