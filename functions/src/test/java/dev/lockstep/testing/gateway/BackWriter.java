package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pools, settings, probes and roots: what rules refer to. */
final class BackWriter {
  static final String POOLS = "backendAddressPools";
  static final String SETTINGS = "backendHttpSettingsCollection";

  private BackWriter() {}

  static void write(GatewayWriter gateway) {
    for (int i = 0; i < gateway.shape.pools(); i++) {
      ArrayNode addresses = gateway.add(POOLS, "pool-" + i).putArray("backendAddresses");
      addresses.addObject().put("ipAddress", "10.1.%d.%d".formatted(i / 200, 10 + i % 200));
      if (i % 3 == 1) {
        addresses.addObject().put("fqdn", "backend-" + i + ".internal.contoso.com");
      }
    }
    if (gateway.has(Feature.PROBES)) {
      gateway
          .add("probes", "probe-team")
          .put("protocol", "Https")
          .put("path", "/health")
          .put("interval", 30)
          .put("timeout", 30)
          .put("unhealthyThreshold", 3)
          .put("pickHostNameFromBackendHttpSettings", true);
    }
    if (gateway.has(Feature.PRIVATE_ROOTS)) {
      gateway.add("trustedRootCertificates", "root-uploaded").put("data", "MIIRoot");
      gateway
          .add("trustedRootCertificates", "root-vault")
          .put("keyVaultSecretId", "https://kv-edge.vault.azure.net/secrets/root");
    }
    if (gateway.has(Feature.V1_LEFTOVERS)) {
      gateway.add("authenticationCertificates", "auth-old").put("data", "MIIOld");
    }
    settings(gateway, "settings-https", "Https", 443);
    settings(gateway, "settings-http", "Http", 80);
    if (gateway.has(Feature.LOAD_DISTRIBUTION)) {
      distribution(gateway);
    }
  }

  private static void settings(GatewayWriter gateway, String name, String protocol, int port) {
    ObjectNode settings = gateway.add(SETTINGS, name);
    settings.put("port", port).put("protocol", protocol).put("requestTimeout", 30);
    settings.put("cookieBasedAffinity", "Disabled").put("pickHostNameFromBackendAddress", false);
    settings.putObject("connectionDraining").put("enabled", false).put("drainTimeoutInSec", 1);
    if (!protocol.equals("Https")) {
      return;
    }
    if (gateway.has(Feature.PROBES)) {
      GatewayWriter.refer(settings, "probe", "probes", "probe-team");
    }
    if (gateway.has(Feature.PRIVATE_ROOTS)) {
      ArrayNode roots = settings.putArray("trustedRootCertificates");
      roots.addObject().put("id", GatewayWriter.id("trustedRootCertificates", "root-uploaded"));
      roots.addObject().put("id", GatewayWriter.id("trustedRootCertificates", "root-vault"));
    }
    if (gateway.has(Feature.V1_LEFTOVERS)) {
      settings
          .putArray("authenticationCertificates")
          .addObject()
          .put("id", GatewayWriter.id("authenticationCertificates", "auth-old"));
    }
  }

  private static void distribution(GatewayWriter gateway) {
    ObjectNode policy = gateway.add("loadDistributionPolicies", "spread");
    policy.put("loadDistributionAlgorithm", "RoundRobin");
    ObjectNode target = policy.putArray("loadDistributionTargets").addObject();
    target.put("name", "all");
    target.put(
        "id",
        GatewayWriter.id("loadDistributionPolicies", "spread") + "/loadDistributionTargets/all");
    ObjectNode properties = target.putObject("properties").put("weightPerServer", 1);
    GatewayWriter.refer(properties, "backendAddressPool", POOLS, "pool-0");
  }
}
