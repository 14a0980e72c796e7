package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * No two listeners on one frontend and port that nothing tells apart: the same host name, or no
 * host name on both.
 */
final class ListenerRule implements GatewayRule {
  @Override
  public void check(Draft draft) {
    Map<String, String> taken = new HashMap<>();
    for (ObjectNode listener : Parts.of(draft.document(), "httpListeners")) {
      String frontend = lower(listener, "frontendIPConfiguration");
      String port = lower(listener, "frontendPort");
      for (String host : hosts(listener)) {
        if (taken.put(frontend + " " + port + " " + host, Parts.name(listener)) != null) {
          throw GatewayRule.refusal(
              "ApplicationGatewayHttpListenersUsingSameFrontendPort",
              "Two Http Listeners of Application Gateway %s are using the same Frontend Port %s."
                  .formatted(
                      draft.id(),
                      Json.text(listener, "properties", "frontendPort", "id").orElse("")));
        }
      }
    }
  }

  private static List<String> hosts(ObjectNode listener) {
    List<String> hosts = new ArrayList<>(Json.texts(listener, "properties", "hostNames"));
    Json.text(listener, "properties", "hostName")
        .filter(host -> !host.isEmpty())
        .ifPresent(hosts::add);
    return hosts.isEmpty()
        ? List.of("")
        : hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  private static String lower(ObjectNode listener, String reference) {
    return Json.text(listener, "properties", reference, "id")
        .map(id -> id.toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
