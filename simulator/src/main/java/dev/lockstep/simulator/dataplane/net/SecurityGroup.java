package dev.lockstep.simulator.dataplane.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network security group: the first rule by priority that is about a connection decides.
 *
 * @param name name of the group
 * @param rules own and default rules in order of priority
 */
record SecurityGroup(String name, List<SecurityRule> rules) {
  /** Microsoft Learn, network-security-groups-overview, default security rules. */
  private static final List<SecurityRule> DEFAULTS =
      List.of(
          SecurityRule.byDefault(
              "AllowVnetInBound", 65000, true, true, Party.NETWORK, Party.NETWORK),
          SecurityRule.byDefault(
              "AllowAzureLoadBalancerInBound", 65001, true, true, "AzureLoadBalancer", "*"),
          SecurityRule.byDefault("DenyAllInBound", 65500, true, false, "*", "*"),
          SecurityRule.byDefault(
              "AllowVnetOutBound", 65000, false, true, Party.NETWORK, Party.NETWORK),
          SecurityRule.byDefault("AllowInternetOutBound", 65001, false, true, "*", Party.INTERNET),
          SecurityRule.byDefault("DenyAllOutBound", 65500, false, false, "*", "*"));

  static SecurityGroup of(String name, ObjectNode document) {
    Stream<SecurityRule> own =
        Json.objects(document, "properties", "securityRules").stream().map(SecurityRule::of);
    return new SecurityGroup(
        name,
        Stream.concat(own, DEFAULTS.stream())
            .sorted(Comparator.comparingInt(SecurityRule::priority))
            .toList());
  }

  /** The rule that drops a connection; empty when it may pass. */
  Optional<String> drops(boolean inbound, Party from, Party to, int port) {
    return rules.stream()
        .filter(rule -> rule.inbound() == inbound && rule.isAbout(from, to, port))
        .findFirst()
        .filter(rule -> !rule.allow())
        .map(rule -> "rule " + rule.name() + " of " + name);
  }
}
