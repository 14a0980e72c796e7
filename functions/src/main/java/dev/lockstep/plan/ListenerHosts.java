package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The host names of a listener: {@code hostName} or {@code hostNames}; none means all. */
final class ListenerHosts {
  private ListenerHosts() {}

  static List<String> of(Element listener) {
    List<String> hosts = new ArrayList<>();
    String single = listener.properties().path("hostName").asText("");
    if (!single.isBlank()) {
      hosts.add(single);
    }
    for (JsonNode host : listener.properties().path("hostNames")) {
      hosts.add(host.asText());
    }
    return hosts;
  }

  /** The pattern by which the listener answers for the host; empty when it does not name it. */
  static Optional<String> match(Element listener, HostName host) {
    return of(listener).stream().filter(p -> HostPattern.matches(p, host)).findFirst();
  }

  /** Whether the listener answers for every host name. */
  static boolean isCatchAll(Element listener) {
    return of(listener).isEmpty();
  }
}
