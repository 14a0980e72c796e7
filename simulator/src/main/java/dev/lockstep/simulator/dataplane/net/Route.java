package dev.lockstep.simulator.dataplane.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.Optional;

/**
 * A user-defined route.
 *
 * @param name name of the route
 * @param range addresses that it is for
 * @param nextHop type of the next hop, such as Internet or VirtualAppliance
 */
record Route(String name, Cidr range, String nextHop) {
  static Optional<Route> of(ObjectNode element) {
    return Json.text(element, "properties", "addressPrefix")
        .map(prefix -> prefix.equalsIgnoreCase(Party.INTERNET) ? "0.0.0.0/0" : prefix)
        .flatMap(Cidr::parse)
        .map(
            range ->
                new Route(
                    element.path("name").asText(""),
                    range,
                    Json.text(element, "properties", "nextHopType").orElse("")));
  }

  /** No appliance is simulated: what is sent to one is lost, as behind one that knows no rule. */
  boolean drops() {
    return nextHop.equalsIgnoreCase("None") || nextHop.equalsIgnoreCase("VirtualAppliance");
  }

  /** Whether it takes the whole Internet elsewhere, which a gateway does not bear. */
  boolean divertsEverything() {
    return range.bits() == 0 && !nextHop.equalsIgnoreCase("Internet");
  }
}
