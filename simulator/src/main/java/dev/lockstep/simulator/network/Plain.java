package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Optional;

/**
 * A resource without a life of its own.
 *
 * @param id resource id
 * @param document what was written
 * @param etag etag, {@code W/"guid"}; empty text for types that have none
 * @param guid resourceGuid
 * @param ongoing the write that is still going on
 */
public record Plain(
    ResourceId id, ObjectNode document, String etag, String guid, Optional<Ongoing> ongoing)
    implements Resource {

  /** With every write at its end. */
  Plain(ResourceId id, ObjectNode document, String etag, String guid) {
    this(id, document, etag, guid, Optional.empty());
  }

  Plain during(Optional<Ongoing> write) {
    return new Plain(id, document, etag, guid, write);
  }

  /** provisioningState. */
  String state() {
    return ongoing.isPresent() ? "Updating" : "Succeeded";
  }
}
