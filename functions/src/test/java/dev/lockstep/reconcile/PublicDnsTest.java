package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.FakeZone;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public zones, from the configuration to what the record sets hold. */
class PublicDnsTest {
  private static final ResourceId[] BOTH = {FakeAzure.ZONE, FakeAzure.PUBLIC_ZONE};
  private final World world = new World();
  private final FakeZone zone = world.azure().zone();
  private final FakeZone publicZone = world.azure().publicZone();

  @BeforeEach
  void aHostNameIsListed() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void theSameNameLeadsToTheServiceInsideAndToTheGatewayOutside() {
    choose(PublicDns.FRONTEND).converge();

    assertThat(zone.addresses("api")).contains(List.of("10.0.1.5"));
    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
    assertThat(publicZone.ttl("api")).isEqualTo(300);
    assertThat(publicZone.target("api")).isEmpty();
    assertThat(outcome()).isEqualTo("Converged");
  }

  @Test
  void nobodyIsLedToTheGatewayBeforeItKnowsTheName() {
    List<String> atThatTime = new ArrayList<>();
    world
        .azure()
        .beforeGatewayPut(
            () -> {
              zone.addresses("api").ifPresent(atThatTime::addAll);
              publicZone.addresses("api").ifPresent(atThatTime::addAll);
            });

    choose(PublicDns.FRONTEND).converge();

    assertThat(atThatTime).containsExactly("10.0.1.5");
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void anAliasFollowsThePublicIpWithoutAnybodyReadingIt() {
    choose(PublicDns.ALIAS).converge();

    assertThat(publicZone.target("api")).contains(FakeAzure.PUBLIC_IP.value());
    assertThat(publicZone.addresses("api").orElseThrow()).isEmpty();
    assertThat(world.azure().requests()).noneMatch(r -> r.contains("/publicIPAddresses/"));
    assertThat(outcome()).isEqualTo("Converged");
  }

  @Test
  void anAliasBecomesAnAddressAndBackInPlace() {
    choose(PublicDns.ALIAS).converge();
    choose(PublicDns.FRONTEND).converge();

    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
    assertThat(publicZone.target("api")).isEmpty();

    choose(PublicDns.ALIAS).converge();

    assertThat(publicZone.target("api")).contains(FakeAzure.PUBLIC_IP.value());
    assertThat(publicZone.writes()).containsExactly("PUT api", "PUT api", "PUT api");
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aRecordSetThatIsNoLongerWantedLeavesOneTimeToLiveLater() {
    choose(PublicDns.FRONTEND).converge();
    choose(PublicDns.NONE).signal(Cause.Kind.RESYNC).run(Duration.ofMinutes(4));
    assertThat(publicZone.addresses("api")).isPresent();

    world.run(Duration.ofMinutes(2));

    assertThat(publicZone.addresses("api")).isEmpty();
    assertThat(publicZone.addresses("www")).isPresent();
    assertThat(zone.addresses("api")).contains(List.of("10.0.1.5"));
    assertThat(outcome()).isEqualTo("Converged");
  }

  @Test
  void aRecordSetThatAnotherGatewayStillWantsStays() {
    DnsPolicy outside = new DnsPolicy(PrivateDns.SERVICE, PublicDns.FRONTEND);
    choose(PublicDns.FRONTEND).converge();

    choose(PublicDns.NONE).neighbour(outside).converge();
    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));

    world.neighbour(DnsPolicy.DEFAULT).converge();
    assertThat(publicZone.addresses("api")).isEmpty();
  }

  @Test
  void twoGatewaysThatWantDifferentRecordSetsChangeNothing() {
    choose(PublicDns.FRONTEND).converge();
    world.neighbour(new DnsPolicy(PrivateDns.SERVICE, PublicDns.FRONTEND)).converge();

    assertThat(publicZone.writes()).containsExactly("PUT api");
    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
    assertThat(outcome()).isEqualTo("Blocked");
  }

  @Test
  void aRecordSetThatIsWantedAgainInTimeStays() {
    choose(PublicDns.FRONTEND).converge();
    choose(PublicDns.NONE).signal(Cause.Kind.RESYNC).run(Duration.ofMinutes(4));
    choose(PublicDns.FRONTEND).converge();

    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
    assertThat(publicZone.writes()).containsExactly("PUT api");
  }

  @Test
  void aPublicIpThatMayNotBeReadHoldsBackThePublicRecordSetAlone() {
    world
        .azure()
        .answerAlways(
            PublicDnsTest::isPublicIpRead, Errors.answer("agw.put.authorizationFailed.403"));

    choose(PublicDns.FRONTEND).converge();

    assertThat(zone.addresses("api")).contains(List.of("10.0.1.5"));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(publicZone.addresses("api")).isEmpty();
    assertThat(world.reconciler().planNow(World.TARGET).blocked())
        .singleElement()
        .satisfies(
            blocked ->
                assertThat(blocked.remedy())
                    .contains(
                        "Microsoft.Network/publicIPAddresses/read on " + FakeAzure.PUBLIC_IP));

    world.azure().heal();
    world.converge();
    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
  }

  @Test
  void aPublicIpThatIsThrottledIsWaitedFor() {
    world.azure().answerAlways(PublicDnsTest::isPublicIpRead, Errors.answer("arm.throttled.429"));
    choose(PublicDns.FRONTEND).converge();
    assertThat(outcome()).isEqualTo("Waiting");

    world.azure().heal();
    world.run(Duration.ofMinutes(30));

    assertThat(publicZone.addresses("api")).contains(List.of("20.50.10.30"));
    assertThat(outcome()).isEqualTo("Converged");
  }

  @Test
  void aForeignPublicRecordSetIsLeftAndTheRestGoesOn() {
    publicZone.foreign("api", "10.7.7.7");

    choose(PublicDns.FRONTEND).converge();

    assertThat(publicZone.addresses("api")).contains(List.of("10.7.7.7"));
    assertThat(zone.addresses("api")).contains(List.of("10.0.1.5"));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(outcome()).isEqualTo("Blocked");
  }

  @Test
  void aHostNameThatLeavesTakesItsPublicRecordSetAlong() {
    world.azure().service().add("old.contoso.com");
    choose(PublicDns.ALIAS).converge();
    assertThat(publicZone.target("old")).isPresent();
    world.azure().service().remove("old.contoso.com");

    world.converge();

    assertThat(publicZone.addresses("old")).isEmpty();
    assertThat(zone.addresses("old")).isEmpty();
    assertThat(publicZone.target("api")).isPresent();
    assertThat(outcome()).isEqualTo("Converged");
  }

  private World choose(PublicDns inPublic) {
    return world.dns(new DnsPolicy(PrivateDns.SERVICE, inPublic), BOTH);
  }

  private String outcome() {
    return world.remembered().lastRun().orElseThrow().outcome();
  }

  private static boolean isPublicIpRead(ArmRequest request) {
    return request.path().startsWith(FakeAzure.PUBLIC_IP.value());
  }
}
