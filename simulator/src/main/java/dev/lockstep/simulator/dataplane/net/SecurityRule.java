package dev.lockstep.simulator.dataplane.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a network security group.
 *
 * @param name name of the rule
 * @param priority the lower, the earlier
 * @param inbound direction
 * @param allow whether it lets pass
 * @param sources address prefixes
 * @param destinations address prefixes
 * @param ports ports and ranges of the destination
 * @param tcp whether it is about TCP
 */
record SecurityRule(
    String name,
    int priority,
    boolean inbound,
    boolean allow,
    List<String> sources,
    List<String> destinations,
    List<String> ports,
    boolean tcp) {

  static SecurityRule of(ObjectNode element) {
    String protocol = Json.text(element, "properties", "protocol").orElse("*");
    return new SecurityRule(
        element.path("name").asText(""),
        element.path("properties").path("priority").asInt(),
        Json.text(element, "properties", "direction")
            .filter("Inbound"::equalsIgnoreCase)
            .isPresent(),
        Json.text(element, "properties", "access").filter("Allow"::equalsIgnoreCase).isPresent(),
        both(element, "sourceAddressPrefix", "sourceAddressPrefixes"),
        both(element, "destinationAddressPrefix", "destinationAddressPrefixes"),
        both(element, "destinationPortRange", "destinationPortRanges"),
        protocol.equals("*") || protocol.equalsIgnoreCase("Tcp"));
  }

  static SecurityRule byDefault(
      String name,
      int priority,
      boolean inbound,
      boolean allow,
      String source,
      String destination) {
    return new SecurityRule(
        name, priority, inbound, allow, List.of(source), List.of(destination), List.of("*"), true);
  }

  boolean isAbout(Party from, Party to, int port) {
    return tcp
        && sources.stream().anyMatch(from::isMeantBy)
        && destinations.stream().anyMatch(to::isMeantBy)
        && ports.stream().anyMatch(range -> covers(range, port));
  }

  private static boolean covers(String range, int port) {
    if (range.equals("*")) {
      return true;
    }
    String[] ends = range.split("-", 2);
    int low = Integer.parseInt(ends[0].trim());
    int high = ends.length > 1 ? Integer.parseInt(ends[1].trim()) : low;
    return port >= low && port <= high;
  }

  private static List<String> both(ObjectNode element, String one, String many) {
    List<String> all = new ArrayList<>(Json.texts(element, "properties", many));
    Optional<String> single = Json.text(element, "properties", one).filter(text -> !text.isEmpty());
    single.ifPresent(all::add);
    return all;
  }
}
