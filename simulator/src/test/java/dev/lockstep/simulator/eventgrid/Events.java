package dev.lockstep.simulator.eventgrid;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import java.time.Instant;

/** Events to deliver in tests. */
final class Events {
  static final String SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
  static final String SERVICE =
      SUBSCRIPTION
          + "/resourceGroups/rg-edge/providers/Microsoft.ApiManagement/service/apim-contoso";

  private Events() {}

  static SimulatedEvent write(String id) {
    return of(
        id, "Microsoft.Resources.ResourceWriteSuccess", "Microsoft.ApiManagement/service/write");
  }

  static SimulatedEvent of(String id, String type, String operation) {
    ObjectNode data = new ObjectMapper().createObjectNode();
    data.put("operationName", operation);
    data.put("resourceUri", SERVICE);
    return new SimulatedEvent(
        id, type, SUBSCRIPTION, SERVICE, Instant.parse("2026-01-01T00:00:00Z"), data);
  }
}
