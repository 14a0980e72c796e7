package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.policy;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;
import static dev.lockstep.plan.Estates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.trust.Authority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For each block code an estate that shows it, alone and with a remedy. */
class BlockCodesTest {
  private static final ReadFailure DENIED =
      ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "403", "assign the role");
  private static final Map<BlockCode, Supplier<Estates>> SHOWN = shown();

  @Test
  void everyCodeIsShown() {
    assertThat(SHOWN.keySet()).containsExactlyInAnyOrder(BlockCode.values());
  }

  @ParameterizedTest
  @EnumSource(BlockCode.class)
  void theCodeIsReportedAndNothingElseIs(BlockCode code) {
    Plan plan = SHOWN.get(code).get().plan();

    assertThat(plan.blocked())
        .isNotEmpty()
        .allSatisfy(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(code);
              assertThat(blocked.reason()).isNotBlank();
              assertThat(blocked.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = BlockCode.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GATEWAY_UNREADABLE"})
  void theRestOfThePlanPassesTheGuards(BlockCode code) {
    Estates estates = SHOWN.get(code).get();

    assertThat(Guards.check(estates.plan(), estates.input())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(BlockCode.class)
  void whatIsPublishedStays(BlockCode code) {
    Estates estates = SHOWN.get(code).get();

    Plan plan = estates.plan();

    assertThat(plan.changes()).noneMatch(change -> change.kind() == Change.Kind.REMOVE);
    if (code != BlockCode.GATEWAY_UNREADABLE) {
      assertThat(plan.ownedAfter().elements())
          .containsAllEntriesOf(
              Estate.of(estates.input(), estates.input().observation().gateway().asValue().get())
                  .owned()
                  .elements());
    }
  }

  private static Map<BlockCode, Supplier<Estates>> shown() {
    Map<BlockCode, Supplier<Estates>> shown = new EnumMap<>(BlockCode.class);
    shown.put(
        BlockCode.SERVICE_UNREADABLE,
        () -> {
          Estates estates = Estates.contoso().converged();
          estates.services.put(SERVICE, Reading.unread(DENIED));
          return estates;
        });
    shown.put(
        BlockCode.SERVICE_UNSETTLED,
        () -> Estates.contoso().converged().reads(SERVICE, "Updating", List.of("10.0.1.5")));
    shown.put(
        BlockCode.ADDRESS_UNKNOWN,
        () ->
            Estates.contoso()
                .converged()
                .reads(SERVICE, "Succeeded", List.of(), proxy("api.contoso.com")));
    shown.put(
        BlockCode.SERVICE_WITHOUT_ADDRESS,
        () ->
            Estates.contoso()
                .converged()
                .reads(SERVICE, "Succeeded", List.of(), proxy("api.contoso.com"))
                .service(s -> s.network("External")));
    shown.put(
        BlockCode.REGION_UNAVAILABLE,
        () ->
            Estates.contoso()
                .with(b -> b.options(BackendOptions.ADDRESS).regions("Mars"))
                .converged());
    shown.put(BlockCode.SOURCE_EMPTY, () -> Estates.contoso().converged().lists(SERVICE));
    shown.put(BlockCode.GATEWAY_UNREADABLE, UnreadableGateway::new);
    shown.put(
        BlockCode.GATEWAY_TIER,
        () ->
            Estates.contoso()
                .colleague(g -> properties(g).withObjectProperty("sku").put("tier", "WAF")));
    shown.put(BlockCode.ZONE_MISSING, () -> Estates.contoso().with(b -> b.zones(zone("b.com"))));
    shown.put(
        BlockCode.ZONE_UNREADABLE,
        () -> {
          Estates estates = Estates.contoso().converged();
          estates.zones.put(ZONE, Reading.unread(DENIED));
          return estates;
        });
    shown.put(BlockCode.PUBLIC_ADDRESS_UNREADABLE, BlockCodesTest::publicIpDenied);
    shown.put(
        BlockCode.FRONTEND_ADDRESS,
        () -> DnsEstates.dns(DnsEstates.byAddress(), PrivateDns.FRONTEND, PublicDns.NONE));
    shown.put(
        BlockCode.RECORD_CONTESTED,
        () ->
            DnsEstates.neighbour(
                DnsEstates.split(DnsEstates.byName(), PrivateDns.SERVICE, PublicDns.ALIAS),
                PrivateDns.SERVICE,
                PublicDns.ALIAS));
    shown.put(
        BlockCode.RECORD_LIMIT,
        () ->
            Estates.contoso()
                .reads(
                    SERVICE,
                    "Succeeded",
                    IntStream.rangeClosed(1, 21).mapToObj(i -> "10.0.1." + i).toList(),
                    proxy("api.contoso.com")));
    shown.put(
        BlockCode.RECORD_LOOP,
        () ->
            DnsEstates.split(DnsEstates.byName(), PrivateDns.NONE, PublicDns.ALIAS)
                .records(DnsEstates.foreign("api", "A", "10.0.0.200")));
    shown.put(
        BlockCode.RECORD_IN_USE,
        () -> DnsEstates.dns(DnsEstates.byName(), PrivateDns.NONE, PublicDns.NONE));
    shown.put(BlockCode.CERTIFICATE_MISSING, () -> secret(Optional.empty()));
    shown.put(
        BlockCode.CERTIFICATE_VERSIONED,
        () -> secret(Optional.of("https://kv.vault.azure.net/secrets/api/0f1e")));
    shown.put(
        BlockCode.CERTIFICATE_UNUSABLE,
        () -> {
          Certificate leaf = Authority.root("Root").leaf("api.contoso.com");
          VaultCertificate odd = Seen.version(leaf, "text/plain", "RSA", true);
          return Estates.contoso().seen("api.contoso.com", Seen.of(List.of(leaf), odd));
        });
    shown.put(
        BlockCode.IDENTITY_MISSING,
        () -> {
          Certificate leaf = Authority.root("Root").leaf("api.contoso.com");
          return Estates.contoso()
              .colleague(gateway -> gateway.remove("identity"))
              .seen("api.contoso.com", Seen.settled(leaf));
        });
    shown.put(BlockCode.FRONTEND_UNKNOWN, () -> frontend(EndpointType.PROXY, "nowhere"));
    shown.put(BlockCode.FRONTEND_PUBLIC, () -> frontend(EndpointType.MANAGEMENT, Estates.PUBLIC));
    shown.put(
        BlockCode.LISTENER_COLLISION,
        () ->
            Estates.contoso()
                .colleague(g -> rename(g, "*.fabrikam.com", "X.Contoso.com"))
                .lists(SERVICE, proxy("x.contoso.com")));
    shown.put(
        BlockCode.CLAIM_MISSING,
        () ->
            Estates.contoso()
                .colleague(g -> rename(g, "*.fabrikam.com", "*.CONTOSO.com"))
                .lists(SERVICE, proxy("x.contoso.com")));
    shown.put(BlockCode.LIMIT_REACHED, BlockCodesTest::full);
    shown.put(BlockCode.RECORD_COLLISION, () -> Estates.contoso().records(record("api", "A")));
    shown.put(
        BlockCode.NAME_COLLISION,
        () ->
            Estates.contoso()
                .colleague(
                    g ->
                        ((ArrayNode) properties(g).path("probes"))
                            .addObject()
                            .put("name", "LS-lockstep-probe-api.contoso.com")));
    shown.put(
        BlockCode.TRUSTED_ROOT_UNKNOWN,
        () -> Estates.contoso().with(b -> b.roots(new TrustedRoot.Existing("root-gone"))));
    shown.put(
        BlockCode.PRIORITY_MISSING,
        () ->
            Estates.contoso()
                .colleague(
                    g ->
                        ((ObjectNode)
                                properties(g).path("requestRoutingRules").get(1).path("properties"))
                            .remove("priority")));
    shown.put(BlockCode.PRIORITY_EXHAUSTED, BlockCodesTest::catchAllAtTheTop);
    shown.put(
        BlockCode.PROBE_HOST_MISSING,
        () -> Estates.contoso().lists(SERVICE, proxy("*.contoso.com")));
    shown.put(
        BlockCode.PROBE_HOST_UNKNOWN,
        () ->
            Estates.contoso()
                .with(b -> b.options(BackendOptions.probing("api.fabrikam.com")))
                .lists(SERVICE, proxy("*.contoso.com")));
    shown.put(
        BlockCode.WAF_UNAVAILABLE,
        () ->
            Estates.contoso()
                .with(b -> b.options(BackendOptions.waf("waf-api")))
                .colleague(
                    g -> properties(g).withObjectProperty("sku").put("tier", "Standard_v2")));
    shown.put(
        BlockCode.SSL_PROFILE_UNKNOWN,
        () -> Estates.contoso().with(b -> b.options(BackendOptions.sslProfile("mutual"))));
    shown.put(BlockCode.DELETE_CAP, BlockCodesTest::twoGoneButOneMay);
    shown.put(
        BlockCode.QUARANTINED, () -> QuarantineTest.refused(Estates.contoso(), "api.contoso.com"));
    shown.put(
        BlockCode.FROZEN,
        () -> {
          Estates estates = Estates.contoso();
          estates.restraint = new Restraint(List.of(), Map.of("contoso", "until Monday"));
          return estates;
        });
    shown.put(BlockCode.ROLLED_BACK, () -> withheld(BlockCode.ROLLED_BACK));
    shown.put(BlockCode.CONTESTED, () -> withheld(BlockCode.CONTESTED));
    shown.put(
        BlockCode.HOST_DUPLICATE,
        () ->
            Estates.contoso()
                .bind(binding("other", service("apim-other")))
                .lists(service("apim-other"), proxy("api.contoso.com")));
    shown.put(BlockCode.STILL_REFERENCED, BlockCodesTest::goneButUsed);
    return shown;
  }

  private static Estates publicIpDenied() {
    Estates estates = DnsEstates.split(DnsEstates.byName(), PrivateDns.SERVICE, PublicDns.FRONTEND);
    estates.publicAddresses.put(DnsEstates.PUBLIC_IP, Reading.unread(DENIED));
    return estates;
  }

  private static Estates secret(Optional<String> secret) {
    return Estates.contoso()
        .converged()
        .lists(SERVICE, endpoint(EndpointType.PROXY, "api.contoso.com", secret));
  }

  private static Estates frontend(EndpointType type, String frontend) {
    return Estates.contoso()
        .with(b -> b.endpoints(Map.of(type, policy(frontend, "/status", 30, 30))))
        .lists(SERVICE, endpoint(type, "api.contoso.com"));
  }

  private static void rename(ObjectNode gateway, String from, String to) {
    for (com.fasterxml.jackson.databind.JsonNode l : properties(gateway).path("httpListeners")) {
      for (int i = 0; i < l.path("properties").path("hostNames").size(); i++) {
        ArrayNode names = (ArrayNode) l.path("properties").path("hostNames");
        names.set(i, names.get(i).asText().replace(from, to));
      }
    }
  }

  private static RecordSet record(String name, String type) {
    return new RecordSet(
        name, type, 60, List.of("10.9.9.9"), Optional.empty(), Map.of(), false, Optional.of("e"));
  }

  private static Estates catchAllAtTheTop() {
    return Estates.contoso()
        .colleague(
            g -> {
              String id = g.path("id").asText();
              ObjectNode listener =
                  ((ArrayNode) properties(g).path("httpListeners"))
                      .addObject()
                      .put("name", "everything")
                      .putObject("properties")
                      .put("protocol", "Https");
              listener
                  .putObject("frontendIPConfiguration")
                  .put("id", id + "/frontendIPConfigurations/" + Estates.PUBLIC);
              listener.putObject("frontendPort").put("id", id + "/frontendPorts/port_443");
              ((ArrayNode) properties(g).path("requestRoutingRules"))
                  .addObject()
                  .put("name", "everything")
                  .putObject("properties")
                  .put("priority", 1)
                  .putObject("httpListener")
                  .put("id", id + "/httpListeners/everything");
            });
  }

  private static Estates full() {
    return Estates.contoso()
        .colleague(
            g -> {
              ArrayNode pools = (ArrayNode) properties(g).path("backendAddressPools");
              for (int i = pools.size(); i < 100; i++) {
                pools.addObject().put("name", "pool-" + i).putObject("properties");
              }
            });
  }

  private static Estates twoGoneButOneMay() {
    Estates estates =
        Estates.contoso().with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(1, 100)));
    estates.lists(SERVICE, proxy("a.contoso.com"), proxy("b.contoso.com"), proxy("c.contoso.com"));
    estates.converged().lists(SERVICE, proxy("a.contoso.com"));
    return estates.after(Duration.ofMinutes(5));
  }

  private static Estates goneButUsed() {
    Estates estates = Estates.contoso();
    estates.lists(SERVICE, proxy("a.contoso.com"), proxy("b.contoso.com"));
    estates.converged().lists(SERVICE, proxy("a.contoso.com"));
    String pool = Estates.GATEWAY + "/backendAddressPools/ls-lockstep-pool-b.contoso.com";
    return estates
        .colleague(
            g ->
                ((ObjectNode) properties(g).path("requestRoutingRules").get(0).path("properties"))
                    .putObject("backendAddressPool")
                    .put("id", pool))
        .after(Duration.ofMinutes(5));
  }

  private static ObjectNode properties(ObjectNode gateway) {
    return gateway.withObjectProperty("properties");
  }

  /** An estate whose gateway cannot be read. */
  private static final class UnreadableGateway extends Estates {
    UnreadableGateway() {
      Estates contoso = Estates.contoso();
      bindings.putAll(contoso.bindings);
      services.putAll(contoso.services);
      zones.putAll(contoso.zones);
    }

    @Override
    public PlanInput input() {
      PlanInput input = super.input();
      dev.lockstep.model.Observation o = input.observation();
      return new PlanInput(
          input.instance(),
          input.bindings(),
          new dev.lockstep.model.Observation(
              o.at(), o.gatewayId(), Reading.unread(DENIED), o.services(), o.zones(), o.owned()),
          input.absences());
    }
  }

  private static Estates withheld(BlockCode code) {
    Estates estates = Estates.contoso();
    estates.restraint =
        Restraint.NONE.withHosts(
            Map.of(new HostName("api.contoso.com"), new Withheld(code, "reason", "remedy")));
    return estates;
  }
}
