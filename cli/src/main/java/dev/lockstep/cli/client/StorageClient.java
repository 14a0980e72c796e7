package dev.lockstep.cli.client;

import dev.lockstep.cli.world.Ready;
import java.util.HashMap;
import java.util.Map;

/** Writes blobs of the app's storage account, as a person with a data role does. */
public final class StorageClient {
  private final Http http;
  private final String endpoint;
  private final Map<String, String> headers;

  /** A client with the operator's login. */
  public StorageClient(Ready ready) {
    http = new Http(ready.caFile());
    endpoint = ready.text("blobEndpoint");
    headers = Login.toStorage(http, ready);
  }

  /** Makes a container; its path begins with a slash. */
  public void createContainer(String path) {
    http.send("PUT", endpoint + path + "?restype=container", headers, "").orThrow("the container");
  }

  /** Writes a blob. */
  public void put(String path, String text) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("x-ms-blob-type", "BlockBlob");
    http.send("PUT", endpoint + path, all, text).orThrow("PUT " + path);
  }
}
