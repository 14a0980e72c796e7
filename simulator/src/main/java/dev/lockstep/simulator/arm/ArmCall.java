package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;

/**
 * A request that has found its type.
 *
 * @param request the request
 * @param id the resource with canonical writing; for a listing, where to look
 * @param type canonical full type of the resource or of the listed resources
 * @param apiVersion the api-version, known to the type
 * @param requestId x-ms-request-id of the answer, and id of an operation that it starts
 * @param correlationId x-ms-correlation-request-id
 */
public record ArmCall(
    ArmRequest request,
    ResourceId id,
    String type,
    String apiVersion,
    String requestId,
    String correlationId) {

  /** Who asks. */
  public Principal principal() {
    return request.principal();
  }

  /** The body, which must be a JSON object. */
  public ObjectNode body() {
    try {
      JsonNode body = Json.parse(request.body().getBytes(StandardCharsets.UTF_8));
      if (body instanceof ObjectNode object) {
        return object;
      }
      throw Faults.invalidContent("a JSON object is expected");
    } catch (JsonProcessingException malformed) {
      throw Faults.invalidContent(malformed.getOriginalMessage());
    }
  }

  /** The change that this request makes to the resource, for its events. */
  public Change change(Change.Kind kind, String operation) {
    return new Change(this, kind, type + "/" + operation);
  }

  /** A PUT or PATCH of the resource. */
  public Change write() {
    return change(Change.Kind.WRITE, "write");
  }

  /** A DELETE of the resource. */
  public Change deletion() {
    return change(Change.Kind.DELETE, "delete");
  }

  /** An action on the resource. */
  public Change action(String name) {
    return change(Change.Kind.ACTION, name + "/action");
  }
}
