package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import java.util.function.Function;

/** What {@code status} answers. */
final class StatusPage {
  private final StatusReport report;
  private final Function<ResourceId, JsonNode> network;

  /**
   * @param network what the network around a gateway looks like; asks Azure
   */
  StatusPage(StatusReport report, Function<ResourceId, JsonNode> network) {
    this.report = report;
    this.network = network;
  }

  /** The report; with {@code network=true} also a look at each gateway's network. */
  Reply answer(HttpCall call) {
    ObjectNode body = report.report();
    if (call.parameter("network").filter(value -> !value.equalsIgnoreCase("false")).isPresent()) {
      for (JsonNode target : body.path("targets")) {
        ResourceId gateway = new ResourceId(target.path("gateway").asText());
        ((ObjectNode) target).set("network", network.apply(gateway));
      }
    }
    return Reply.json(200, body);
  }
}
