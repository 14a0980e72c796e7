package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.testing.gateway.SiteShape.Door;
import java.util.TreeSet;

/** Frontends, ports, certificates and profiles: what listeners refer to. */
final class FrontWriter {
  /** Certificates that HTTPS listeners share in turn: vault ones and uploaded ones. */
  static final int CERTIFICATES = 4;

  private static final String NETWORK = GatewayWriter.GROUP + "/providers/Microsoft.Network/";

  private FrontWriter() {}

  static void write(GatewayWriter gateway) {
    gateway
        .add("gatewayIPConfigurations", "appGatewayIpConfig")
        .putObject("subnet")
        .put("id", NETWORK + "virtualNetworks/vnet-edge/subnets/snet-agw");
    frontends(gateway);
    TreeSet<Integer> ports = new TreeSet<>();
    for (Door door : Door.values()) {
      if (ports.add(door.port())) {
        gateway.add("frontendPorts", portName(door.port())).put("port", door.port());
      }
    }
    for (int i = 0; i < CERTIFICATES; i++) {
      ObjectNode certificate = gateway.add("sslCertificates", certificateName(i));
      if (i % 2 == 0) {
        certificate.put("keyVaultSecretId", "https://kv-edge.vault.azure.net/secrets/site" + i);
      } else {
        certificate.put("publicCertData", "MIIUploaded" + i);
      }
    }
    if (gateway.has(Feature.MUTUAL_TLS)) {
      gateway.add("trustedClientCertificates", "clients-ca").put("data", "MIIClients");
      ObjectNode profile = gateway.add("sslProfiles", "mutual");
      profile.putObject("clientAuthConfiguration").put("verifyClientCertIssuerDN", true);
      profile
          .putArray("trustedClientCertificates")
          .addObject()
          .put("id", GatewayWriter.id("trustedClientCertificates", "clients-ca"));
    }
  }

  private static void frontends(GatewayWriter gateway) {
    ObjectNode open = gateway.add("frontendIPConfigurations", Door.PUBLIC_HTTPS.frontend());
    open.put("privateIPAllocationMethod", "Dynamic")
        .putObject("publicIPAddress")
        .put("id", NETWORK + "publicIPAddresses/pip-agw");
    if (gateway.has(Feature.PRIVATE_LINK)) {
      GatewayWriter.refer(open, "privateLinkConfiguration", "privateLinkConfigurations", "link");
    }
    gateway
        .add("frontendIPConfigurations", Door.PRIVATE_HTTPS.frontend())
        .put("privateIPAddress", "10.0.0.10")
        .put("privateIPAllocationMethod", "Static")
        .putObject("subnet")
        .put("id", NETWORK + "virtualNetworks/vnet-edge/subnets/snet-agw");
  }

  static String portName(int port) {
    return "port_" + port;
  }

  static String certificateName(int number) {
    return "cert-" + number % CERTIFICATES;
  }
}
