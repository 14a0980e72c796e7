package dev.lockstep.azure.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What both schemas tell of an event.
 *
 * @param subject what it is about; for Resource Manager events the resource id
 * @param data the payload; {@code MissingNode} when there is none or it is not JSON
 */
record Envelope(String id, String type, String subject, Optional<Instant> time, JsonNode data) {}
