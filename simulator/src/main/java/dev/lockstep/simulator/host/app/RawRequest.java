package dev.lockstep.simulator.host.app;

import java.net.URI;
import java.util.Map;

/**
 * An HTTP request before its body is bound to a type.
 *
 * @param headers names in lower case, as the host hands them to workers
 */
public record RawRequest(
    String method, URI uri, Map<String, String> headers, Map<String, String> query) {
  public RawRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }
}
