package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Optional;

/**
 * One application gateway.
 *
 * @param id resource id
 * @param document what was written, as {@link Intake} keeps it
 * @param etag etag of gateway and sub-resources, {@code W/"guid"}
 * @param state provisioningState: Succeeded, Updating, Deleting, Failed
 * @param operationalState Stopped, Starting, Running, Stopping
 * @param guid resourceGuid
 * @param provenance who introduced what
 * @param operation id of the operation that runs
 */
public record Gateway(
    ResourceId id,
    ObjectNode document,
    String etag,
    String state,
    String operationalState,
    String guid,
    Provenance provenance,
    Optional<String> operation)
    implements Resource {

  @Override
  public Optional<JsonNode> foreignPart() {
    return Optional.of(provenance.foreign(document));
  }

  /** Region of the gateway. */
  public String location() {
    return document.path("location").asText("");
  }

  /** Id of the subnet that the gateway stands in. */
  public Optional<String> subnet() {
    return Parts.of(document, "gatewayIPConfigurations").stream()
        .flatMap(part -> Json.text(part, "properties", "subnet", "id").stream())
        .findFirst();
  }

  Gateway accepted(String nextEtag, String running) {
    return new Gateway(
        id,
        document,
        nextEtag,
        "Updating",
        operationalState,
        guid,
        provenance,
        Optional.of(running));
  }

  Gateway settled(String nextEtag, String nextState, String nextOperational) {
    return new Gateway(
        id, document, nextEtag, nextState, nextOperational, guid, provenance, Optional.empty());
  }

  Gateway withDocument(ObjectNode next, Provenance of) {
    return new Gateway(id, next, etag, state, operationalState, guid, of, operation);
  }

  Gateway withOperationalState(String next) {
    return new Gateway(id, document, etag, state, next, guid, provenance, operation);
  }

  /** Whether it serves, or will when its running update ends. */
  public boolean running() {
    return operationalState.equals("Running");
  }

  Gateway withState(String next) {
    return new Gateway(id, document, etag, next, operationalState, guid, provenance, operation);
  }
}
