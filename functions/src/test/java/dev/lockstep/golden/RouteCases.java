package dev.lockstep.golden;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Foreigners.fill;
import static dev.lockstep.plan.Foreigners.site;

import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.plan.CrowdedEstate;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Foreigners;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Estates that show where rules stand, whose host is whose, and how much room there is. */
final class RouteCases {
  private static final Endpoint API = shared("api.contoso.com");
  private static final Endpoint TWO = shared("two.contoso.com");

  private RouteCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>();
    cases.put("host-inside-a-foreign-wildcard", () -> listed(RouteCases::wildcard));
    cases.put("host-claimed-from-a-foreign-wildcard", () -> claimed(listed(RouteCases::wildcard)));
    cases.put(
        "claim-does-not-take-an-equal-host",
        () -> claimed(listed(e -> site(e.gateway, "theirs", 300, "two.contoso.com"))));
    cases.put(
        "foreign-wildcard-that-came-later",
        () -> later(e -> site(e.gateway, "wild", 15, "*.contoso.com")));
    cases.put("catch-all-that-came-before-ours", () -> later(e -> site(e.gateway, "rest", 15)));
    cases.put(
        "no-priority-is-free-for-one-of-two",
        () -> {
          Estates estates = claimed(start());
          site(estates.gateway, "wild", 12, "*.contoso.com");
          return estates.lists(SERVICE, API, TWO);
        });
    cases.put(
        "first-certificate-stays-first",
        () ->
            claimed(
                listed(
                    e -> {
                      e.gateway = Foreigners.alone().gateway;
                      site(e.gateway, "wild", 300, "*.contoso.com");
                    })));
    cases.put("pools-are-full-for-one-of-two", () -> full("backendAddressPools", 99));
    cases.put("old-firewall-rules-leave-less-room", RouteCases::oldRules);
    cases.put(
        "gateway-beyond-a-limit-is-still-updated",
        () -> {
          Estates estates = start().lists(SERVICE, API).converged();
          fill(estates.gateway, "backendAddressPools", 120);
          Estates.edit(
              estates.gateway, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x");
          return estates;
        });
    return cases;
  }

  private static Estates start() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    return estates;
  }

  /** Colleagues do something, then a host is listed. */
  private static Estates listed(Consumer<Estates> colleagues) {
    Estates estates = start().lists(SERVICE);
    colleagues.accept(estates);
    return estates.lists(SERVICE, TWO);
  }

  private static Estates later(Consumer<Estates> colleagues) {
    Estates estates = start().lists(SERVICE, API).converged();
    colleagues.accept(estates);
    return estates;
  }

  private static void wildcard(Estates estates) {
    site(estates.gateway, "wild", 300, "*.contoso.com");
  }

  private static Estates claimed(Estates estates) {
    return estates.with(b -> b.options(CrowdedEstate.options(true)));
  }

  private static Estates full(String collection, int count) {
    Estates estates = start();
    fill(estates.gateway, collection, count);
    return estates.lists(SERVICE, API, TWO);
  }

  private static Estates oldRules() {
    Estates estates = full("frontendPorts", 3);
    var properties = estates.gateway.withObjectProperty("properties");
    properties.putObject("sku").put("name", "WAF_v2").put("tier", "WAF_v2");
    properties.remove("firewallPolicy");
    properties
        .putObject("webApplicationFirewallConfiguration")
        .put("enabled", true)
        .put("ruleSetType", "OWASP")
        .put("ruleSetVersion", "3.1");
    fill(estates.gateway, "sslCertificates", 40);
    return estates;
  }

  private static Endpoint shared(String host) {
    return Estates.endpoint(
        EndpointType.PROXY, host, Optional.of("https://kv-edge.vault.azure.net/secrets/shared"));
  }
}
