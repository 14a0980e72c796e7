package dev.lockstep.cli.client;

import dev.lockstep.cli.world.Ready;
import java.util.Map;

/** A caller of the function app over HTTP with its keys. */
public final class FunctionsClient {
  private final Http http;
  private final Ready ready;

  /** A caller with the keys of the ready file. */
  public FunctionsClient(Ready ready) {
    http = new Http(ready.caFile());
    this.ready = ready;
  }

  /** {@code GET /api/…} with the function key. */
  public Reply get(String path) {
    return http.send("GET", url(path), key("functionKey", "application/json"), "");
  }

  /** {@code POST /api/…} with the function key. */
  public Reply post(String path, String accept) {
    return http.send("POST", url(path), key("functionKey", accept), "");
  }

  /** {@code POST /api/…} without a key, as a stranger. */
  public Reply postWithoutKey(String path) {
    return http.send("POST", url(path), Map.of(), "");
  }

  /** The simulator's control API. */
  public Reply control(String method, String path, String body) {
    return http.send(
        method,
        ready.text("controlEndpoint") + path,
        Map.of("Content-Type", "application/json"),
        body);
  }

  private String url(String path) {
    return ready.text("functionsEndpoint") + "/api/" + path;
  }

  private Map<String, String> key(String name, String accept) {
    return Map.of("x-functions-key", ready.text(name), "Accept", accept);
  }
}
