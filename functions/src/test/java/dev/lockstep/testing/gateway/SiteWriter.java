package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.testing.gateway.SiteShape.Target;
import java.util.List;
import java.util.stream.IntStream;

/** Listeners, rules, and the path maps and redirects behind them. */
final class SiteWriter {
  private static final String LISTENERS = "httpListeners";
  private static final String WAF =
      GatewayWriter.GROUP
          + "/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf-";

  private final GatewayWriter gateway;
  private final List<SiteShape> sites;

  private SiteWriter(GatewayWriter gateway) {
    this.gateway = gateway;
    this.sites = gateway.shape.sites();
  }

  static void write(GatewayWriter gateway) {
    SiteWriter writer = new SiteWriter(gateway);
    if (gateway.has(Feature.REWRITES)) {
      writer.rewrites();
    }
    for (int i = 0; i < writer.sites.size(); i++) {
      writer.listener(i, writer.sites.get(i));
    }
    writer.rules();
  }

  private void listener(int number, SiteShape site) {
    ObjectNode listener = gateway.add(LISTENERS, listenerName(number));
    GatewayWriter.refer(
        listener, "frontendIPConfiguration", "frontendIPConfigurations", site.door().frontend());
    GatewayWriter.refer(
        listener, "frontendPort", "frontendPorts", FrontWriter.portName(site.door().port()));
    listener.put("protocol", site.door().https() ? "Https" : "Http");
    boolean single = site.hosts().size() == 1 && site.hosts().get(0).matches("[^*?]+");
    if (single) {
      listener.put("hostName", site.hosts().get(0));
    }
    if (!single || gateway.has(Feature.EMPTY_LISTED)) {
      ArrayNode names = listener.putArray("hostNames");
      site.hosts().stream().filter(host -> !single).forEach(names::add);
    }
    listener.put("requireServerNameIndication", site.door().https() && !site.hosts().isEmpty());
    if (site.door().https()) {
      GatewayWriter.refer(
          listener, "sslCertificate", "sslCertificates", FrontWriter.certificateName(number));
      if (gateway.has(Feature.MUTUAL_TLS) && number % 3 == 0) {
        GatewayWriter.refer(listener, "sslProfile", "sslProfiles", "mutual");
      }
    }
    if (gateway.has(Feature.WAF_POLICY) && number % 2 == 0) {
      listener.putObject("firewallPolicy").put("id", WAF + "site");
    }
    if (gateway.has(Feature.ERROR_PAGES)) {
      listener
          .putArray("customErrorConfigurations")
          .addObject()
          .put("statusCode", "HttpStatus502")
          .put("customErrorPageUrl", "https://errors.contoso.com/502.html");
    }
  }

  /** One rule per ruled site, numbered by rank; then the rules for measurements. */
  private void rules() {
    List<Integer> ruled =
        IntStream.range(0, sites.size()).filter(i -> sites.get(i).ruled()).boxed().toList();
    List<Integer> byRank =
        ruled.stream()
            .sorted((a, b) -> Integer.compare(sites.get(a).rank(), sites.get(b).rank()))
            .toList();
    int total = ruled.size() + gateway.shape.moreRules();
    for (int site : ruled) {
      rule("rule-" + site, site, byRank.indexOf(site), total);
    }
    for (int i = 0; i < gateway.shape.moreRules(); i++) {
      rule("more-" + i, ruled.get(i % ruled.size()), ruled.size() + i, total);
    }
  }

  private void rule(String name, int site, int place, int total) {
    ObjectNode rule = gateway.add("requestRoutingRules", name);
    gateway.shape.priorities().number(place, total).ifPresent(n -> rule.put("priority", n));
    GatewayWriter.refer(rule, "httpListener", LISTENERS, listenerName(site));
    Target target = sites.get(site).target();
    rule.put("ruleType", target == Target.PATH_MAP ? "PathBasedRouting" : "Basic");
    switch (target) {
      case PATH_MAP -> {
        if (!gateway.properties().get("urlPathMaps").toString().contains("\"map-" + site + "\"")) {
          pathMap("map-" + site, site);
        }
        GatewayWriter.refer(rule, "urlPathMap", "urlPathMaps", "map-" + site);
      }
      case REDIRECT -> {
        redirect("redirect-" + name, name);
        GatewayWriter.refer(
            rule, "redirectConfiguration", "redirectConfigurations", "redirect-" + name);
      }
      case DISTRIBUTED -> {
        pool(rule, "", site);
        if (gateway.has(Feature.LOAD_DISTRIBUTION)) {
          GatewayWriter.refer(rule, "loadDistributionPolicy", "loadDistributionPolicies", "spread");
        }
      }
      case POOL -> pool(rule, "", site);
    }
    if (gateway.has(Feature.REWRITES) && target == Target.POOL) {
      GatewayWriter.refer(rule, "rewriteRuleSet", "rewriteRuleSets", "security-headers");
    }
  }

  private void pool(ObjectNode owner, String prefix, int site) {
    boolean plain = prefix.isEmpty();
    GatewayWriter.refer(
        owner,
        plain ? "backendAddressPool" : prefix + "BackendAddressPool",
        BackWriter.POOLS,
        "pool-" + site % gateway.shape.pools());
    GatewayWriter.refer(
        owner,
        plain ? "backendHttpSettings" : prefix + "BackendHttpSettings",
        BackWriter.SETTINGS,
        site % 2 == 0 ? "settings-https" : "settings-http");
  }

  private void pathMap(String name, int site) {
    ObjectNode map = gateway.add("urlPathMaps", name);
    pool(map, "default", site);
    ArrayNode paths = map.putArray("pathRules");
    for (String path : List.of("images", "api")) {
      ObjectNode rule = paths.addObject().put("name", path);
      rule.put("id", GatewayWriter.id("urlPathMaps", name) + "/pathRules/" + path);
      ObjectNode properties = rule.putObject("properties");
      properties.putArray("paths").add("/" + path + "/*");
      pool(properties, "", site + 1);
      if (gateway.has(Feature.WAF_POLICY)) {
        properties.putObject("firewallPolicy").put("id", WAF + "path");
      }
    }
  }

  private void redirect(String name, String rule) {
    ObjectNode redirect = gateway.add("redirectConfigurations", name);
    redirect.put("redirectType", "Permanent").put("includePath", true);
    redirect.put("targetUrl", "https://www.contoso.com");
    redirect
        .putArray("requestRoutingRules")
        .addObject()
        .put("id", GatewayWriter.id("requestRoutingRules", rule));
  }

  private void rewrites() {
    ObjectNode rule =
        gateway
            .add("rewriteRuleSets", "security-headers")
            .putArray("rewriteRules")
            .addObject()
            .put("name", "hsts")
            .put("ruleSequence", 100);
    rule.putArray("conditions");
    rule.putObject("actionSet")
        .putArray("responseHeaderConfigurations")
        .addObject()
        .put("headerName", "Strict-Transport-Security")
        .put("headerValue", "max-age=31536000");
  }

  static String listenerName(int number) {
    return "Site_" + number + ".https";
  }
}
