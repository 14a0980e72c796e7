package dev.lockstep.golden;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.policy;
import static dev.lockstep.plan.Estates.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Reading;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.BackendOptions;
import dev.lockstep.plan.Estates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Estates that show backends and frontends, by the name of what they show. */
final class BackendCases {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Region NORTH = new Region("North Europe", List.of("10.1.1.5"), false);
  private static final Region UNBORN = new Region("North Europe", List.of(), false);

  private BackendCases() {}

  static SortedMap<String, Supplier<Estates>> all() {
    SortedMap<String, Supplier<Estates>> cases = new TreeMap<>();
    cases.put("pool-by-address", () -> changed(BackendOptions.ADDRESS));
    cases.put(
        "pool-of-two-regions",
        () -> regions().converged().service(s -> s.regions("West Europe", NORTH)));
    cases.put(
        "pool-without-the-primary-region",
        () -> regions(NORTH).converged().with(b -> b.regions("northeurope")));
    cases.put(
        "region-unknown-to-the-service",
        () -> regions().converged().with(b -> b.regions("westeurope", "Mars")));
    cases.put(
        "region-without-an-address-yet",
        () -> regions(NORTH).converged().service(s -> s.regions("West Europe", UNBORN)));
    cases.put(
        "wildcard-by-address-with-its-probe",
        () ->
            with(BackendOptions.probing("status.contoso.com"))
                .lists(SERVICE, proxy("*.contoso.com")));
    cases.put("internationalised-host", BackendCases::international);
    cases.put("both-frontends", () -> on("both", EndpointOptions.DEFAULT));
    cases.put(
        "second-frontend-joins",
        () ->
            on("private", EndpointOptions.DEFAULT)
                .converged()
                .with(b -> b.endpoints(proxyOn("both", EndpointOptions.DEFAULT))));
    cases.put(
        "second-frontend-leaves",
        () ->
            on("both", EndpointOptions.DEFAULT)
                .converged()
                .with(b -> b.endpoints(proxyOn("private", EndpointOptions.DEFAULT))));
    cases.put("frontend-unknown", () -> on("outside", EndpointOptions.DEFAULT));
    cases.put("redirect-from-port-80", () -> changed(BackendOptions.REDIRECT));
    cases.put(
        "redirect-makes-port-80",
        () -> withoutPort80().with(b -> b.options(BackendOptions.REDIRECT)));
    cases.put("redirect-left-out", BackendCases::redirectTaken);
    cases.put(
        "redirect-switched-off",
        () ->
            with(BackendOptions.REDIRECT)
                .converged()
                .with(b -> b.options(EndpointOptions.DEFAULT)));
    cases.put("firewall-policy-of-the-listener", () -> changed(BackendOptions.waf("waf-api")));
    cases.put(
        "firewall-policy-without-firewall",
        () ->
            changed(BackendOptions.waf("waf-api"))
                .colleague(
                    g ->
                        g.withObjectProperty("properties")
                            .withObjectProperty("sku")
                            .put("tier", "Standard_v2")));
    cases.put("ssl-profile-and-drain", BackendCases::profile);
    cases.put("private-root-is-there-already", BackendCases::equalRoot);
    cases.put("portal-is-switched-off", BackendCases::portalOff);
    cases.put("client-certificates-are-lost", BackendCases::clientCertificates);
    return cases;
  }

  private static Estates with(EndpointOptions options) {
    return Estates.contoso().with(b -> b.options(options));
  }

  /** A host name is published, then the options are set. */
  private static Estates changed(EndpointOptions options) {
    return Estates.contoso().converged().with(b -> b.options(options));
  }

  private static Estates regions(Region... others) {
    return with(BackendOptions.ADDRESS)
        .lists(SERVICE, API, endpoint(EndpointType.MANAGEMENT, "management.contoso.com"))
        .service(s -> s.regions("West Europe", others));
  }

  private static Estates on(String frontend, EndpointOptions options) {
    return Estates.contoso().with(b -> b.endpoints(proxyOn(frontend, options)));
  }

  private static Map<EndpointType, EndpointPolicy> proxyOn(
      String frontend, EndpointOptions options) {
    return Map.of(
        EndpointType.PROXY,
        policy(frontend, "/status-0123456789abcdef", 30, 120).withOptions(options));
  }

  private static Estates international() {
    Estates estates =
        Estates.contoso()
            .with(b -> b.zones(Estates.zone("b\u00fccher.example")))
            .with(
                b ->
                    b.certificates(
                        Map.of(
                            new HostName("API.b\u00fccher.example"),
                            "https://kv-edge.vault.azure.net/secrets/buecher")))
            .lists(
                SERVICE,
                endpoint(EndpointType.PROXY, "api.b\u00fccher.example", Optional.empty()),
                endpoint(EndpointType.PROXY, "api.xn--bcher-kva.example", Optional.empty()));
    Zone zone = new Zone(Estates.zone("b\u00fccher.example"), List.of());
    estates.zones.put(zone.id(), Reading.known(zone));
    return estates;
  }

  private static Estates redirectTaken() {
    return Estates.contoso()
        .lists(SERVICE, proxy("shop.contoso.com"))
        .colleague(g -> Estates.edit(g, "httpListeners", "shop-https", "hostName", "x.contoso.com"))
        .converged()
        .with(b -> b.options(BackendOptions.REDIRECT));
  }

  private static Estates profile() {
    EndpointOptions drained = BackendOptions.drain(Duration.ofSeconds(90));
    EndpointOptions both =
        new EndpointOptions(
            drained.pool(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of("mutual"),
            drained.drainTimeout(),
            false);
    return changed(both)
        .colleague(
            g ->
                g.withObjectProperty("properties")
                    .withArrayProperty("sslProfiles")
                    .addObject()
                    .put("name", "mutual")
                    .put("id", Estates.GATEWAY + "/sslProfiles/mutual")
                    .putObject("properties"));
  }

  private static Estates equalRoot() {
    return Estates.contoso()
        .converged()
        .with(b -> b.roots(new TrustedRoot.Uploaded(TestCertificates.DER)))
        .colleague(
            g ->
                Estates.edit(
                    g,
                    "trustedRootCertificates",
                    "root-contoso-internal-ca",
                    "data",
                    asUploaded()));
  }

  /** Base64 of PEM text with CRLF, as the gateway gives back what was uploaded so. */
  private static String asUploaded() {
    byte[] pem = TestCertificates.PEM.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(pem);
  }

  private static Estates portalOff() {
    return Estates.contoso()
        .lists(SERVICE, endpoint(EndpointType.DEVELOPER_PORTAL, "portal.contoso.com"))
        .service(s -> s.disabled(EndpointType.DEVELOPER_PORTAL));
  }

  private static Estates clientCertificates() {
    return Estates.contoso()
        .converged()
        .lists(
            SERVICE,
            new Endpoint(
                API.type(), API.host(), API.secretId(), Optional.empty(), false, true, false));
  }

  /** A host name is published, and what listened on port 80 listens on 8080. */
  private static Estates withoutPort80() {
    return Estates.contoso().converged().colleague(g -> renumber(g, 80, 8080));
  }

  private static void renumber(ObjectNode gateway, int from, int to) {
    for (JsonNode port : gateway.path("properties").path("frontendPorts")) {
      ObjectNode properties = (ObjectNode) port.path("properties");
      properties.put(
          "port", properties.path("port").asInt() == from ? to : properties.path("port").asInt());
    }
  }
}
