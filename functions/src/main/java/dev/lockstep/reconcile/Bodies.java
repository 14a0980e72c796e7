package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;

/**
 * From the bodies of ARM answers to the model. Pure; throws when a body is not what it should be.
 */
public interface Bodies {
  /** The service in the answer to its GET. */
  ApimService service(JsonNode body);

  /** The zone from all pages of its record sets. */
  Zone zone(ResourceId id, List<JsonNode> pages);
}
