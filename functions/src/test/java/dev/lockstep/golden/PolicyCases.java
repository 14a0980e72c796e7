package dev.lockstep.golden;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.InstanceId;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.HandMadeEstates;
import dev.lockstep.plan.ManagedBy;
import dev.lockstep.plan.QuarantineTest;
import dev.lockstep.plan.Release;
import dev.lockstep.plan.Restraint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Ownership, policies, and several bindings or installations on one gateway. */
final class PolicyCases {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Endpoint TWO = proxy("two.contoso.com");
  private static final DeleteCap CAP = new DeleteCap(5, 50);

  private PolicyCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>();
    cases.put("unconfirmed-binding-is-left-out", PolicyCases::unconfirmed);
    cases.put("frozen-binding-waits", PolicyCases::frozen);
    cases.put(
        "quarantined-host-keeps-what-it-has",
        () ->
            QuarantineTest.refused(
                published(API).reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API, TWO),
                "api.contoso.com"));
    cases.put(
        "hand-made-host-is-adopted",
        () -> HandMadeEstates.adopted(HandMadeEstates.api(), HandMadeEstates.API));
    cases.put(
        "adopted-certificate-loses-its-version",
        () -> HandMadeEstates.adopted(managementOnly(), HandMadeEstates.MANAGEMENT));
    cases.put("adopted-probe-drifted", PolicyCases::adoptedDrift);
    cases.put("adopted-host-leaves", PolicyCases::adoptedLeaves);
    cases.put("released-host-is-in-the-way", PolicyCases::released);
    cases.put("managed-by-terraform", () -> tagged(published(API, TWO), "managed_by", "Terraform"));
    cases.put("managed-by-azd", () -> tagged(published(API), "azd-env-name", "prod"));
    cases.put(
        "shared-with-agic-in-peace",
        () ->
            tagged(
                tagged(published(API), "managed-by-k8s-ingress", "1.7.2"),
                ManagedBy.SHARED,
                "agic"));
    cases.put(
        "upsert-only-keeps-names-when-the-prefix-changes",
        () ->
            published(API)
                .with(b -> b.policy(DeletePolicy.UPSERT_ONLY, CAP))
                .with(b -> b.prefix("edge"))
                .colleague(
                    g ->
                        Estates.edit(
                            g, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x")));
    cases.put("upsert-only-updates-its-records", PolicyCases::upsertOnlyRecords);
    cases.put("create-only-leaves-what-drifted", PolicyCases::createOnly);
    cases.put("emptied-service-beside-a-busy-one", PolicyCases::emptied);
    cases.put("other-instance-shares-the-port", PolicyCases::otherInstance);
    cases.put("other-instance-has-the-host", PolicyCases::sameHost);
    return cases;
  }

  private static Estates published(Endpoint... endpoints) {
    return Estates.contoso().lists(SERVICE, endpoints).converged();
  }

  private static Estates two() {
    return Estates.contoso()
        .bind(binding("other", service("apim-other")))
        .lists(service("apim-other"), proxy("other.contoso.com"));
  }

  private static Estates unconfirmed() {
    Estates estates = two().converged();
    estates.lists(service("apim-other"), proxy("other.contoso.com"), TWO);
    estates.colleague(
        g -> Estates.edit(g, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x"));
    estates.restraint = new Restraint(List.of("other"), Map.of());
    return estates;
  }

  private static Estates frozen() {
    Estates estates = unconfirmed();
    estates.restraint =
        new Restraint(List.of(), Map.of("other", "frozen until 2027-01-04T06:00:00Z"));
    return estates;
  }

  private static Estates managementOnly() {
    return HandMadeEstates.api()
        .lists(
            SERVICE,
            Estates.endpoint(
                dev.lockstep.model.EndpointType.MANAGEMENT, HandMadeEstates.MANAGEMENT.value()));
  }

  private static Estates adoptedDrift() {
    return HandMadeEstates.adopted(HandMadeEstates.api(), HandMadeEstates.API)
        .converged()
        .colleague(g -> Estates.edit(g, "probes", "probe-apim-gateway", "path", "/x"));
  }

  private static Estates adoptedLeaves() {
    return HandMadeEstates.adopted(HandMadeEstates.api(), HandMadeEstates.API)
        .lists(SERVICE, API, TWO)
        .converged()
        .lists(SERVICE, TWO)
        .after(Duration.ofMinutes(2));
  }

  private static Estates released() {
    Estates estates = published(API, TWO);
    estates.owned = Release.of(estates.input(), HandMadeEstates.API).orElseThrow().ownedAfter();
    return estates;
  }

  private static Estates tagged(Estates estates, String tag, String value) {
    return estates.colleague(g -> g.withObjectProperty("tags").put(tag, value));
  }

  private static Estates upsertOnlyRecords() {
    return published(API, TWO)
        .with(b -> b.policy(DeletePolicy.UPSERT_ONLY, CAP))
        .reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API)
        .after(Duration.ofMinutes(2));
  }

  private static Estates createOnly() {
    return published(API)
        .with(b -> b.policy(DeletePolicy.CREATE_ONLY, CAP))
        .colleague(
            g -> {
              Estates.edit(g, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x");
              Estates.remove(
                  g,
                  new dev.lockstep.model.ElementKey(
                      "requestRoutingRules", "ls-lockstep-rule-api.contoso.com"));
              Estates.remove(
                  g,
                  new dev.lockstep.model.ElementKey(
                      "httpListeners", "ls-lockstep-listener-api.contoso.com"));
            })
        .reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API);
  }

  private static Estates emptied() {
    return two()
        .converged()
        .lists(SERVICE)
        .colleague(
            g -> Estates.edit(g, "probes", "ls-lockstep-probe-other.contoso.com", "path", "/x"));
  }

  /** The installation green has made port 443 and published a host name of its own. */
  private static Estates otherInstance() {
    Estates green = two();
    green.bindings.remove("contoso");
    green.instance = new InstanceId("green");
    green.colleague(PolicyCases::noPort).converged();
    return asSeenByUs(green);
  }

  private static Estates sameHost() {
    Estates green = Estates.contoso();
    green.instance = new InstanceId("green");
    return asSeenByUs(green.converged());
  }

  private static Estates asSeenByUs(Estates green) {
    Estates ours = Estates.contoso();
    ours.gateway = green.gateway;
    ours.zones.putAll(green.zones);
    ours.absences = Absences.NONE;
    return ours;
  }

  private static void noPort(ObjectNode gateway) {
    ArrayNode ports = (ArrayNode) gateway.path("properties").path("frontendPorts");
    for (int i = ports.size() - 1; i >= 0; i--) {
      if (ports.get(i).path("properties").path("port").asInt() == 443) {
        ports.remove(i);
      }
    }
  }
}
