package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.BY_ADDRESS;
import static dev.lockstep.plan.DnsEstates.DENIED;
import static dev.lockstep.plan.DnsEstates.PUBLIC_IP;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.bare;
import static dev.lockstep.plan.DnsEstates.dns;
import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.neighbourOf;
import static dev.lockstep.plan.DnsEstates.onPrivateFrontend;
import static dev.lockstep.plan.DnsEstates.records;
import static dev.lockstep.plan.DnsEstates.split;
import static dev.lockstep.plan.DnsEstates.unread;
import static dev.lockstep.plan.Estates.GATEWAY;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.RecordAnswer;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the truth tables of {@link RecordChoice} and {@link FrontendAnswers}. */
class RecordChoiceTest {
  private static final ElementKey ON_PUBLIC = frontend(Estates.PUBLIC);
  private static final ElementKey ON_PRIVATE = frontend(Estates.PRIVATE);

  @Test
  void noneWantsNothingAndNeedsNoZone() {
    Estates estates = dns(bare(), PrivateDns.NONE, PublicDns.NONE).with(b -> b.zones());

    RecordChoice choice = choose(estates, ON_PUBLIC);

    assertThat(choice.records()).isEmpty();
    assertThat(choice.ofHost()).isEmpty();
    assertThat(choice.ofRecords()).isEmpty();
  }

  @Test
  void eachKindAnswersForItself() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND);

    assertThat(choose(estates, ON_PUBLIC).records())
        .containsExactly(
            new WantedRecord(
                ZONE, "api", new RecordAnswer.OfService(SERVICE, List.of("10.0.1.5")), 300),
            new WantedRecord(
                PUBLIC_ZONE,
                "api",
                new RecordAnswer.OfFrontend(GATEWAY, true, List.of("20.50.10.30")),
                300));
  }

  @Test
  void theFrontendIsThatOfTheListener() {
    Estates estates = split(onPrivateFrontend(), PrivateDns.FRONTEND, PublicDns.ALIAS);

    RecordChoice both = choose(estates, ON_PUBLIC, ON_PRIVATE);
    RecordChoice privateOnly = choose(estates, ON_PRIVATE);
    RecordChoice publicOnly = choose(estates, ON_PUBLIC);

    assertThat(both.records())
        .extracting(WantedRecord::answer)
        .containsExactly(
            new RecordAnswer.OfFrontend(GATEWAY, false, List.of("10.0.0.200")),
            new RecordAnswer.Alias(GATEWAY, PUBLIC_IP));
    assertThat(privateOnly.records()).extracting(WantedRecord::zone).containsExactly(ZONE);
    assertThat(privateOnly.ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.FRONTEND_ADDRESS,
                "dns.public is alias, but api.contoso.com stands on no public frontend",
                "name a public frontend in endpoints.Proxy.frontend, or set dns.public to none"));
    assertThat(publicOnly.records()).extracting(WantedRecord::zone).containsExactly(PUBLIC_ZONE);
  }

  @Test
  void withoutAFrontendNothingIsSaidOfItsAddress() {
    Estates estates = split(onPrivateFrontend(), PrivateDns.FRONTEND, PublicDns.FRONTEND);

    RecordChoice choice = choose(estates);

    assertThat(choice.records()).isEmpty();
    assertThat(choice.ofRecords()).isEmpty();
  }

  @Test
  void aPrivateFrontendWithoutAddressIsNamed() {
    Estates estates = dns(onPrivateFrontend(), PrivateDns.FRONTEND, PublicDns.NONE);
    estates.colleague(
        g ->
            ((ObjectNode)
                    g.path("properties").path("frontendIPConfigurations").get(1).path("properties"))
                .remove("privateIPAddress"));

    assertThat(choose(estates, ON_PRIVATE).ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.FRONTEND_ADDRESS,
                "frontend 'appGwPrivateFrontendIpIPv4' has no private address",
                "give it a static private address, or set dns.private to service"));
  }

  @Test
  void aZoneThatIsMissingIsAskedForByKind() {
    Estates estates =
        split(bare(), PrivateDns.SERVICE, PublicDns.ALIAS)
            .with(b -> b.zones(Estates.zone("b.com")));

    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.ZONE_MISSING,
                "no private zone of the binding holds api.contoso.com",
                "add the id of a private DNS zone such as 'contoso.com' to zones, or set"
                    + " dns.private to none"),
            new Obstacle(
                BlockCode.ZONE_MISSING,
                "no public zone of the binding holds api.contoso.com",
                "add the id of a public DNS zone such as 'contoso.com' to zones, or set"
                    + " dns.public to none"));
  }

  @Test
  void aPrivateRecordThatThePoolGoesByHoldsBackTheHostAndAnyOtherOnlyItself() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.ALIAS);
    unread(unread(estates, ZONE), PUBLIC_ZONE);
    Obstacle unreadable =
        new Obstacle(BlockCode.ZONE_UNREADABLE, "403 from Azure", "assign the role");

    RecordChoice byAddress = choose(estates, ON_PUBLIC);
    estates.with(b -> b.options(EndpointOptions.DEFAULT));
    RecordChoice byName = choose(estates, ON_PUBLIC);

    assertThat(byAddress.ofHost()).isEmpty();
    assertThat(byAddress.ofRecords()).containsExactly(unreadable, unreadable);
    assertThat(byName.ofHost()).containsExactly(unreadable);
    assertThat(byName.ofRecords()).containsExactly(unreadable);
  }

  @Test
  void aZoneOfWhichNothingIsKnownIsLookedAtAgain() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    estates.zones.clear();

    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .containsExactly(
            new Obstacle(BlockCode.ZONE_UNREADABLE, "nothing was read of " + ZONE, "look again"));
  }

  @Test
  void aPublicIpThatWasNotReadSaysWhatToDo() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND);
    String grant =
        "grant Microsoft.Network/publicIPAddresses/read on "
            + PUBLIC_IP
            + " (the custom role in infra/ holds it), or set dns.public to alias";

    assertThat(unreadable(estates, DENIED)).isEqualTo(grant);
    assertThat(unreadable(estates, failure(ReadFailure.Kind.NOT_FOUND, "wait"))).isEqualTo(grant);
    assertThat(unreadable(estates, failure(ReadFailure.Kind.THROTTLED, "wait"))).isEqualTo("wait");
    assertThat(unreadable(estates, failure(ReadFailure.Kind.UNAVAILABLE, "")))
        .isEqualTo("look again");
    estates.publicAddresses.clear();
    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.PUBLIC_ADDRESS_UNREADABLE,
                "nothing was read of " + PUBLIC_IP,
                "look again"));
  }

  @Test
  void twentyAddressesFitAndOneMoreDoesNot() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    addresses(estates, 20);
    assertThat(choose(estates, ON_PUBLIC).records().get(0).answer().addresses()).hasSize(20);

    addresses(estates, 21);

    assertThat(choose(estates, ON_PUBLIC).records()).isEmpty();
    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.RECORD_LIMIT,
                "api.contoso.com has 21 addresses, a record set holds 20",
                "name fewer regions in the binding, or set dns.private to frontend or none"));
  }

  @Test
  void aServiceWithoutAddressEmptiesNoRecordSet() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    addresses(estates, 0);
    assertThat(choose(estates, ON_PUBLIC).records()).isEmpty();
    assertThat(choose(estates, ON_PUBLIC).ofRecords()).isEmpty();
    estates.with(b -> b.options(EndpointOptions.DEFAULT));

    RecordChoice choice = choose(estates, ON_PUBLIC);

    assertThat(choice.records()).isEmpty();
    assertThat(choice.ofHost())
        .containsExactly(
            new Obstacle(
                BlockCode.SERVICE_WITHOUT_ADDRESS,
                "apim-contoso has no private address to which Proxy could lead",
                "wait until it has one; what stands stays"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Integer.MAX_VALUE})
  void theTimeToLiveIsThatOfTheBinding(int seconds) {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    estates.bind(withTtl(estates.bindings.get("contoso"), seconds));

    assertThat(estates.plan().records())
        .singleElement()
        .satisfies(
            change ->
                assertThat(((RecordChange.Upsert) change).desired().ttlSeconds())
                    .isEqualTo(seconds));
  }

  @Test
  void aWildcardAndAnApexHaveTheirNames() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);

    assertThat(name(estates, "*.contoso.com")).isEqualTo("*");
    assertThat(name(estates, "*.sub.contoso.com")).isEqualTo("*.sub");
    assertThat(name(estates, "contoso.com")).isEqualTo("@");
  }

  @Test
  void bindingsOfOneServiceMustAskForTheSame() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.ALIAS);
    estates.neighbours.add(neighbourOf(estates));

    RecordChoice choice = choose(estates, ON_PUBLIC);

    assertThat(choice.records()).extracting(WantedRecord::zone).containsExactly(ZONE);
    assertThat(choice.ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.RECORD_CONTESTED,
                "binding other wants another record set for api.contoso.com in public zone"
                    + " contoso.com",
                "let one of both bindings have dns.public none"));
  }

  @Test
  void anotherTimeToLiveIsAnotherRecordSetToo() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    estates.neighbours.add(withTtl(neighbourOf(estates), 60));

    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .extracting(Obstacle::code)
        .containsExactly(BlockCode.RECORD_CONTESTED);
  }

  @Test
  void whatIsOnlyPlannedElsewhereStopsNobodyHere() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    Binding planned =
        new Estates.BindingEdit(withTtl(neighbourOf(estates), 60))
            .mode(dev.lockstep.model.Mode.PLAN)
            .binding();
    estates.neighbours.add(planned);

    assertThat(choose(estates, ON_PUBLIC).records()).hasSize(1);
    estates.with(b -> b.mode(dev.lockstep.model.Mode.PLAN));
    assertThat(choose(estates, ON_PUBLIC).records()).isEmpty();
  }

  @Test
  void aBindingOfAnotherServiceOrWithoutThatTypeHasNoSay() {
    Estates estates = dns(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    Binding other = withTtl(neighbourOf(estates), 60);
    estates.neighbours.add(new Estates.BindingEdit(other).endpoints(java.util.Map.of()).binding());
    estates.neighbours.add(withTtl(Estates.binding("x", Estates.service("apim-other")), 60));

    assertThat(choose(estates, ON_PUBLIC).records()).hasSize(1);
  }

  @Test
  void whatIsInTheWayIsToldByZone() {
    Estates estates = split(bare(), PrivateDns.SERVICE, PublicDns.ALIAS);
    estates.records(foreign("api", "CNAME"));
    records(estates, PUBLIC_ZONE, foreign("api", "NS"));

    assertThat(choose(estates, ON_PUBLIC).ofRecords())
        .containsExactly(
            new Obstacle(
                BlockCode.RECORD_COLLISION,
                "zone contoso.com already holds a record set api of type CNAME",
                "remove it, or take the host name out of the service"),
            new Obstacle(
                BlockCode.RECORD_COLLISION,
                "public zone contoso.com already holds a record set api of type NS",
                "add the zone to which it delegates the name to zones, or remove the delegation"));
  }

  private static String unreadable(Estates estates, ReadFailure failure) {
    estates.publicAddresses.put(PUBLIC_IP, Reading.unread(failure));
    List<Obstacle> obstacles = choose(estates, ON_PUBLIC).ofRecords();
    assertThat(obstacles)
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.code()).isEqualTo(BlockCode.PUBLIC_ADDRESS_UNREADABLE);
              assertThat(o.reason()).isEqualTo(failure.message());
            });
    return obstacles.get(0).remedy();
  }

  private static ReadFailure failure(ReadFailure.Kind kind, String remedy) {
    return ReadFailure.of(kind, "not read", remedy);
  }

  private static void addresses(Estates estates, int count) {
    estates.reads(
        SERVICE,
        "Succeeded",
        IntStream.rangeClosed(1, count).mapToObj(i -> "10.0.1." + i).toList(),
        proxy("api.contoso.com"));
  }

  private static String name(Estates estates, String host) {
    estates.with(b -> b.options(BY_ADDRESS)).lists(SERVICE, proxy(host));
    return choose(estates, ON_PUBLIC).records().get(0).name();
  }

  private static Binding withTtl(Binding b, int seconds) {
    return b.withTtlSeconds(seconds);
  }

  private static RecordChoice choose(Estates estates, ElementKey... frontends) {
    GatewayDocument document = GatewayDocument.of(estates.gateway);
    return RecordChoice.of(
        claim(estates),
        estate(estates),
        Stream.of(frontends).map(key -> document.element(key).orElseThrow()).toList());
  }

  private static Claim claim(Estates estates) {
    ApimService service = estates.services.get(SERVICE).asValue().orElseThrow();
    Endpoint endpoint = service.endpoints().get(1);
    return new Claim(estates.bindings.get("contoso"), service, endpoint);
  }

  private static Estate estate(Estates estates) {
    return Estate.of(estates.input(), GatewayDocument.of(estates.gateway));
  }

  private static ElementKey frontend(String name) {
    return new ElementKey("frontendIPConfigurations", name);
  }
}
