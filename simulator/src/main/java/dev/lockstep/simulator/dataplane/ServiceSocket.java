package dev.lockstep.simulator.dataplane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.net.InetSocketAddress;

/**
 * Where a service can be called beside its gateway.
 *
 * @param service resource id, in lower case
 * @param location region
 * @param address private address in the world
 * @param port port in the world
 * @param loopback the socket that stands for it
 */
public record ServiceSocket(
    String service, String location, String address, int port, InetSocketAddress loopback) {

  /** As the ready file has it; {@code connect} is {@code 127.0.0.1:<port>}. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("serviceId", service);
    json.put("location", location);
    json.put("address", address);
    json.put("port", port);
    json.put("connect", loopback.getHostString() + ":" + loopback.getPort());
    return json;
  }
}
