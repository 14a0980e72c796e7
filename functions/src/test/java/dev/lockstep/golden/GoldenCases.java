package dev.lockstep.golden;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Json;
import dev.lockstep.read.ServiceReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Estates by the name of what they show. */
final class GoldenCases {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Endpoint TWO = proxy("two.contoso.com");

  private GoldenCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>(BackendCases.all());
    cases.putAll(DnsGoldenCases.all());
    cases.put("first-host", Estates::contoso);
    cases.put("nothing-to-do", () -> Estates.contoso().converged());
    cases.put("three-endpoint-types", () -> Estates.contoso().lists(SERVICE, types()));
    cases.put("shared-sample-with-hand-made-hosts", GoldenCases::sample);
    cases.put("port-443-is-created", () -> Estates.contoso().colleague(GoldenCases::noPort));
    cases.put("second-host-beside-the-first", () -> published(API).lists(SERVICE, API, TWO));
    cases.put("two-hosts-share-a-certificate", GoldenCases::sharedCertificate);
    cases.put("private-root-is-uploaded", () -> Estates.contoso().with(GoldenCases::rooted));
    cases.put(
        "private-root-of-somebody-else",
        () ->
            Estates.contoso()
                .with(b -> b.roots(new TrustedRoot.Existing("root-contoso-internal-ca"))));
    cases.put(
        "root-no-longer-configured",
        () -> {
          Estates estates = Estates.contoso().with(GoldenCases::rooted);
          return estates.converged().with(b -> b.roots());
        });
    cases.put(
        "drifted-probe", () -> published(API).colleague(g -> edit(g, "probes", "path", "/x")));
    cases.put("element-removed-by-hand", () -> published(API).colleague(GoldenCases::noProbe));
    cases.put("rule-turned-into-a-redirect", GoldenCases::redirected);
    cases.put("unknown-property-of-ours-stays", GoldenCases::future);
    cases.put("new-secret", GoldenCases::newSecret);
    cases.put(
        "new-private-address",
        () -> published(API).reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API));
    cases.put("record-changed-by-hand", GoldenCases::recordChanged);
    cases.put("host-gone-since-now", () -> published(API, TWO).lists(SERVICE, API));
    cases.put(
        "host-gone-for-long-enough",
        () -> published(API, TWO).lists(SERVICE, API).after(Duration.ofMinutes(2)));
    cases.put(
        "host-gone-but-kept-by-policy",
        () ->
            published(API, TWO)
                .lists(SERVICE, API)
                .with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50))));
    cases.put("more-gone-than-the-cap-allows", GoldenCases::overTheCap);
    cases.put("service-lists-nothing-any-more", () -> published(API).lists(SERVICE));
    cases.put(
        "service-is-updating", () -> published(API).reads(SERVICE, "Updating", List.of(), TWO));
    cases.put("neighbour-goes-on-while-one-is-updating", GoldenCases::neighbours);
    cases.put("record-is-somebody-elses", () -> Estates.contoso().records(foreign("api", "A")));
    cases.put("cname-in-the-way", () -> Estates.contoso().records(foreign("api", "CNAME")));
    cases.put("owner-record-lost", () -> lost(published(API)));
    cases.put("catch-all-listener-comes-last", GoldenCases::catchAll);
    cases.put("prefix-changed", () -> published(API).with(b -> b.prefix("edge")));
    cases.put(
        "wildcard-and-missing-certificate",
        () ->
            Estates.contoso()
                .lists(
                    SERVICE,
                    proxy("*.contoso.com"),
                    endpoint(EndpointType.PROXY, "bare.contoso.com", Optional.empty())));
    cases.putAll(RouteCases.all());
    cases.putAll(PolicyCases.all());
    cases.putAll(TrustCases.all());
    return cases;
  }

  private static Estates published(Endpoint... endpoints) {
    return Estates.contoso().lists(SERVICE, endpoints).converged();
  }

  private static Endpoint[] types() {
    return new Endpoint[] {
      API,
      endpoint(EndpointType.DEVELOPER_PORTAL, "portal.contoso.com"),
      endpoint(EndpointType.MANAGEMENT, "management.contoso.com"),
      endpoint(EndpointType.SCM, "scm.contoso.com")
    };
  }

  private static Estates sample() {
    Estates estates = Estates.contoso();
    estates.gateway = Json.azure("synthetic/agw-shared-apim-and-foreign.get.json");
    estates.services.put(
        SERVICE,
        Reading.known(
            ServiceReader.read(
                Json.azure("synthetic/apim-internal-multiregion-customdomains.get.json"))));
    return estates;
  }

  private static Estates sharedCertificate() {
    Optional<String> secret = Optional.of("https://kv-edge.vault.azure.net/secrets/wild");
    return Estates.contoso()
        .lists(
            SERVICE,
            endpoint(EndpointType.PROXY, "api.contoso.com", secret),
            endpoint(EndpointType.PROXY, "two.contoso.com", secret));
  }

  private static Estates.BindingEdit rooted(Estates.BindingEdit binding) {
    return binding.roots(new TrustedRoot.Uploaded(TestCertificates.DER));
  }

  private static Estates redirected() {
    return published(API)
        .colleague(
            g ->
                element(g, "requestRoutingRules")
                    .putObject("redirectConfiguration")
                    .put("id", g.path("id").asText() + "/redirectConfigurations/to-www"));
  }

  private static Estates future() {
    return published(API)
        .colleague(
            g -> {
              element(g, "backendHttpSettingsCollection").put("validateSNI", true);
              element(g, "backendHttpSettingsCollection").put("requestTimeout", 20);
            });
  }

  private static Estates newSecret() {
    Optional<String> secret = Optional.of("https://kv-new.vault.azure.net/secrets/api");
    return published(API).lists(SERVICE, endpoint(EndpointType.PROXY, "api.contoso.com", secret));
  }

  private static Estates recordChanged() {
    Estates estates = published(API);
    RecordSet record = estates.zones.get(ZONE).asValue().orElseThrow().records().get(0);
    return estates.records(
        new RecordSet(
            record.name(),
            "A",
            3600,
            List.of("10.0.1.5", "10.0.1.6"),
            Optional.empty(),
            record.metadata(),
            false,
            record.etag()));
  }

  private static Estates overTheCap() {
    Estates estates =
        Estates.contoso().with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(5, 50)));
    Endpoint three = proxy("three.contoso.com");
    estates.lists(SERVICE, API, TWO, three).converged();
    return estates.lists(SERVICE, three).after(Duration.ofMinutes(2));
  }

  private static Estates neighbours() {
    return published(API)
        .reads(SERVICE, "Updating", List.of("10.0.1.5"), TWO)
        .bind(binding("other", service("apim-other")))
        .lists(service("apim-other"), proxy("other.contoso.com"));
  }

  private static Estates lost(Estates estates) {
    estates.owned = OwnerRecord.EMPTY;
    return estates;
  }

  private static Estates catchAll() {
    return Estates.contoso()
        .colleague(
            g -> {
              for (JsonNode listener : collection(g, "httpListeners")) {
                if (listener.path("name").asText().equals("fabrikam-wild")) {
                  ((ObjectNode) listener.path("properties")).putArray("hostNames");
                }
              }
            });
  }

  private static RecordSet foreign(String name, String type) {
    return new RecordSet(
        name,
        type,
        60,
        List.of("10.9.9.9"),
        Optional.of("elsewhere.example"),
        Map.of(),
        false,
        Optional.of("e"));
  }

  private static void noPort(ObjectNode gateway) {
    ArrayNode ports = collection(gateway, "frontendPorts");
    for (int i = ports.size() - 1; i >= 0; i--) {
      if (ports.get(i).path("properties").path("port").asInt() == 443) {
        ports.remove(i);
      }
    }
  }

  private static void noProbe(ObjectNode gateway) {
    collection(gateway, "probes").remove(collection(gateway, "probes").size() - 1);
    element(gateway, "backendHttpSettingsCollection").remove("probe");
  }

  private static void edit(ObjectNode gateway, String collection, String field, String value) {
    element(gateway, collection).put(field, value);
  }

  /** Properties of the last element of a collection: ours, when something is published. */
  private static ObjectNode element(ObjectNode gateway, String collection) {
    List<JsonNode> elements = new ArrayList<>();
    collection(gateway, collection).forEach(elements::add);
    return (ObjectNode) elements.get(elements.size() - 1).path("properties");
  }

  private static ArrayNode collection(ObjectNode gateway, String name) {
    return (ArrayNode) gateway.path("properties").path(name);
  }
}
