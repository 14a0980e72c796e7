package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a vault: authenticated, without a socket.
 *
 * @param method HTTP method in upper case
 * @param vault name of the vault
 * @param url the vault's own URL, with which ids begin, such as {@code
 *     https://kv-edge.vault.azure.net}
 * @param base URL by which the client reached the vault; links to next pages begin with it
 * @param segments parts of the path, decoded
 * @param query decoded query parameters
 * @param body body text; empty when there is none
 * @param principal who asks
 */
public record VaultRequest(
    String method,
    String vault,
    String url,
    String base,
    List<String> segments,
    Map<String, String> query,
    String body,
    Principal principal) {

  public VaultRequest {
    segments = List.copyOf(segments);
    query = Map.copyOf(query);
  }

  /** Collection, such as {@code certificates}; empty text for the vault itself. */
  String collection() {
    return segments.isEmpty() ? "" : segments.get(0);
  }

  /** Name of the object; empty for a whole collection. */
  Optional<String> name() {
    return segments.size() > 1 ? Optional.of(segments.get(1)) : Optional.empty();
  }

  /** What follows the name: a version, or a word such as {@code versions}. */
  Optional<String> rest() {
    return segments.size() > 2 ? Optional.of(segments.get(2)) : Optional.empty();
  }

  /** Method with the shape of the path, for a switch. */
  String shape(String... words) {
    String last = rest().map(one -> List.of(words).contains(one) ? one : "version").orElse("");
    String where = name().isEmpty() ? "all" : last.isEmpty() ? "one" : last;
    return method + " " + where;
  }

  /** The body, which must be a JSON object. */
  ObjectNode json() {
    try {
      if (Json.parse(body.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw VaultFaults.badParameter("Parsing of the request body failed: it is no JSON");
    }
    throw VaultFaults.badParameter("Request body not specified");
  }
}
