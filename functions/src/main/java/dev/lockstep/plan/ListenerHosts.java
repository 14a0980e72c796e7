package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.List;

/** The host names of a listener: {@code hostName} or {@code hostNames}; none means all. */
final class ListenerHosts {
  private ListenerHosts() {}

  static List<String> of(Element listener) {
    List<String> hosts = new ArrayList<>();
    add(hosts, listener.properties().path("hostName"));
    listener.properties().path("hostNames").forEach(host -> add(hosts, host));
    return hosts;
  }

  /** Whether the listener answers for every host name. */
  static boolean isCatchAll(Element listener) {
    return of(listener).isEmpty();
  }

  private static void add(List<String> hosts, JsonNode host) {
    if (host.isTextual() && !host.asText().isBlank()) {
      hosts.add(host.asText());
    }
  }
}
