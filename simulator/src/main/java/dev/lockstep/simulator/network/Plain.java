package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;

/**
 * A resource without a life of its own.
 *
 * @param id resource id
 * @param document what was written
 * @param etag etag, {@code W/"guid"}; empty text for types that have none
 * @param guid resourceGuid
 */
public record Plain(ResourceId id, ObjectNode document, String etag, String guid)
    implements Resource {}
