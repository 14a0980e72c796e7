package dev.lockstep.simulator.dataplane;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where clients of a gateway connect to.
 *
 * @param gateway resource id of the gateway
 * @param frontend name of the frontend IP configuration
 * @param simulated address that the frontend has in the world; empty text when it has none yet
 * @param port port in the world
 * @param https whether TLS is spoken
 * @param hostNames host names of the listeners there, wildcards as written; empty for basic ones
 * @param loopback the socket that stands for it
 */
public record Address(
    String gateway,
    String frontend,
    String simulated,
    int port,
    boolean https,
    List<String> hostNames,
    InetSocketAddress loopback) {

  public Address {
    hostNames = List.copyOf(hostNames);
  }

  /** As the ready file has it; {@code connect} is {@code 127.0.0.1:<port>}. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("gatewayId", gateway);
    json.put("frontend", frontend);
    json.put("address", simulated);
    json.put("port", port);
    json.put("protocol", https ? "Https" : "Http");
    ArrayNode names = json.putArray("hostNames");
    hostNames.forEach(names::add);
    json.put("connect", loopback.getHostString() + ":" + loopback.getPort());
    return json;
  }
}
