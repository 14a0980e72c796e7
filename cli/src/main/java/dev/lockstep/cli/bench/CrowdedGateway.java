package dev.lockstep.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A gateway of a given size, always the same, for measurements: every collection that a rule leads
 * to is filled, one listener in ten is a wildcard.
 */
final class CrowdedGateway {
  static final String ID =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/"
          + "Microsoft.Network/applicationGateways/agw-edge";
  private static final int PRIORITY_STEP = 10;

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final ObjectNode properties;

  private CrowdedGateway() {
    document.put("id", ID).put("name", "agw-edge").put("etag", "W/\"1\"");
    properties = document.putObject("properties");
    properties.put("provisioningState", "Succeeded").put("operationalState", "Running");
    properties.putObject("sku").put("name", "WAF_v2").put("tier", "WAF_v2");
  }

  /**
   * The document. Rules are spread over the listeners, listeners over the host names of other
   * teams.
   */
  static ObjectNode of(int listeners, int rules, int pools) {
    CrowdedGateway gateway = new CrowdedGateway();
    gateway.doors();
    for (int i = 0; i < pools; i++) {
      gateway.backend(i);
    }
    for (int i = 0; i < listeners; i++) {
      gateway.listener(i);
    }
    for (int i = 0; i < rules; i++) {
      gateway.rule(i, i % listeners, i % pools);
    }
    return gateway.document;
  }

  private void doors() {
    ObjectNode open = element("frontendIPConfigurations", "public");
    open.putObject("publicIPAddress")
        .put("id", ID.replace("applicationGateways/agw-edge", "publicIPAddresses/pip"));
    element("frontendPorts", "https").put("port", 443);
  }

  private void backend(int i) {
    element("backendAddressPools", "pool" + i)
        .putArray("backendAddresses")
        .addObject()
        .put("fqdn", "origin" + i + ".fabrikam.com");
    ObjectNode probe = element("probes", "probe" + i).put("protocol", "Https").put("path", "/");
    probe.put("interval", 30).put("timeout", 30).put("unhealthyThreshold", 3);
    ObjectNode settings = element("backendHttpSettingsCollection", "settings" + i);
    settings.put("port", 443).put("protocol", "Https").put("requestTimeout", 30);
    refer(settings, "probe", "probes", "probe" + i);
  }

  private void listener(int i) {
    element("sslCertificates", "cert" + i)
        .put("keyVaultSecretId", "https://kv.vault.azure.net/secrets/cert" + i);
    ObjectNode listener = element("httpListeners", "listener" + i).put("protocol", "Https");
    boolean wildcard = i % 10 == 9;
    listener.put("hostName", wildcard ? "" : "site" + i + ".fabrikam.com");
    if (wildcard) {
      listener.remove("hostName");
      listener.putArray("hostNames").add("*.team" + i + ".fabrikam.com");
    }
    refer(listener, "frontendIPConfiguration", "frontendIPConfigurations", "public");
    refer(listener, "frontendPort", "frontendPorts", "https");
    refer(listener, "sslCertificate", "sslCertificates", "cert" + i);
  }

  private void rule(int i, int listener, int pool) {
    ObjectNode rule = element("requestRoutingRules", "rule" + i).put("ruleType", "Basic");
    rule.put("priority", (i + 1) * PRIORITY_STEP);
    refer(rule, "httpListener", "httpListeners", "listener" + listener);
    refer(rule, "backendAddressPool", "backendAddressPools", "pool" + pool);
    refer(rule, "backendHttpSettings", "backendHttpSettingsCollection", "settings" + pool);
  }

  private ObjectNode element(String collection, String name) {
    ObjectNode element = properties.withArrayProperty(collection).addObject();
    element.put("name", name).put("id", ID + "/" + collection + "/" + name).put("etag", "W/\"1\"");
    return element.putObject("properties");
  }

  private static void refer(ObjectNode from, String property, String collection, String name) {
    from.putObject(property).put("id", ID + "/" + collection + "/" + name);
  }
}
