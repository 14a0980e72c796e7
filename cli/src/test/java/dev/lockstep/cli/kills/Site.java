package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One service before one gateway, published by one binding.
 *
 * @param number 0 is the demo estate's own
 * @param service resource id
 * @param gateway resource id
 * @param zone resource id of the private zone that all sites share
 */
record Site(int number, String service, String gateway, String zone) {
  private static final String PUBLIC = "appGwPublicFrontendIpIPv4";
  private static final String PRIVATE = "appGwPrivateFrontendIpIPv4";

  /** Adds its binding: changes are carried out at once, leavers leave after seconds. */
  void bind(ArrayNode bindings) {
    ObjectNode binding = bindings.addObject();
    binding.put("name", "site-" + number).put("service", service).put("gateway", gateway);
    binding.putArray("zones").add(zone);
    ObjectNode endpoints = binding.putObject("endpoints");
    endpoints.putObject("Proxy").put("frontend", PUBLIC);
    endpoints.putObject("DeveloperPortal").put("frontend", PUBLIC);
    endpoints.putObject("Management").put("frontend", PRIVATE);
    binding.put("ttl", 5).put("removeAfter", "PT3S").put("mode", "apply");
    binding.putObject("deleteCap").put("hosts", 50).put("percent", 100);
  }

  String serviceName() {
    return nameOf(service);
  }

  String gatewayName() {
    return nameOf(gateway);
  }

  private static String nameOf(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
