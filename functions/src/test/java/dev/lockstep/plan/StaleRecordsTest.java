package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.BY_ADDRESS;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.byAddress;
import static dev.lockstep.plan.DnsEstates.byName;
import static dev.lockstep.plan.DnsEstates.dns;
import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.marked;
import static dev.lockstep.plan.DnsEstates.neighbour;
import static dev.lockstep.plan.DnsEstates.ours;
import static dev.lockstep.plan.DnsEstates.records;
import static dev.lockstep.plan.DnsEstates.split;
import static dev.lockstep.plan.DnsEstates.unread;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.Guards;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which record sets of ours go though the service still lists the host name. */
class StaleRecordsTest {
  private static final ResourceId LONGER = zone("api.contoso.com");

  @Test
  void aRecordSetThatNobodyWantsGoesWithItsTagAndTimeToLive() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    estates.records(ours("api", "10.0.1.5"));

    assertThat(estates.plan().records())
        .containsExactly(new RecordChange.Delete(ZONE, "api", "etag-api", 300));
    assertThat(estates.apply(estates.plan()).plan().isEmpty()).isTrue();
  }

  @Test
  void onlyOursGo() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    estates.records(
        foreign("api", "A", "10.0.1.5"),
        marked("api", SERVICE, "blue", "10.0.1.5"),
        marked("api", Estates.service("apim-other"), "lockstep", "10.0.1.5"));

    assertThat(estates.plan().isEmpty()).isTrue();
  }

  @Test
  void theOldOneStaysUntilItsSuccessorCanBeWritten() {
    Estates estates = byName().with(b -> b.zones(ZONE, LONGER));

    assertThat(unread(estates, LONGER).plan().records()).isEmpty();
    assertThat(records(estates, LONGER, foreign("@", "A", "10.9.9.9")).plan().records()).isEmpty();
    assertThat(records(estates, LONGER).plan().records())
        .hasSize(2)
        .anySatisfy(r -> assertThat(r).isInstanceOf(RecordChange.Upsert.class))
        .anySatisfy(r -> assertThat(r).isInstanceOf(RecordChange.Delete.class));
    assertThat(records(estates, LONGER, ours("@", "10.0.1.5")).plan().records())
        .singleElement()
        .isInstanceOf(RecordChange.Delete.class);
  }

  @Test
  void aBlockedHostNameKeepsItsOldRecordSet() {
    Estates estates = records(byAddress().with(b -> b.zones(ZONE, LONGER)), LONGER);
    estates.with(b -> b.roots(new dev.lockstep.model.TrustedRoot.Existing("gone")));

    assertThat(estates.plan().records()).isEmpty();
  }

  @Test
  void aZoneThatNoBindingNamesAnyMoreIsLeftAlone() {
    Estates estates = records(byAddress().with(b -> b.zones(LONGER)), LONGER);

    assertThat(estates.plan().records())
        .singleElement()
        .satisfies(r -> assertThat(r.zone()).isEqualTo(LONGER));
  }

  @Test
  void aPoolOfAnyGatewayThatGoesByTheNameKeepsIt() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    neighbour(estates, PrivateDns.NONE, PublicDns.NONE);
    assertThat(estates.plan().records()).hasSize(1);

    estates.neighbours.set(
        0,
        new Estates.BindingEdit(estates.neighbours.get(0))
            .options(dev.lockstep.model.EndpointOptions.DEFAULT)
            .binding());

    assertThat(estates.plan().records()).isEmpty();
    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.code()).isEqualTo(BlockCode.RECORD_IN_USE);
              assertThat(b.reason())
                  .isEqualTo(
                      "no binding wants record set api in zone contoso.com any more, but a pool"
                          + " still goes by that name");
            });
  }

  @Test
  void aPublicRecordSetIsNeverWhatAPoolGoesBy() {
    Estates estates = split(byName(), PrivateDns.SERVICE, PublicDns.NONE);
    records(estates, PUBLIC_ZONE, ours("api", "20.50.10.30"));

    assertThat(estates.plan().records())
        .singleElement()
        .satisfies(r -> assertThat(r.zone()).isEqualTo(PUBLIC_ZONE));
  }

  @Test
  void namesLeftWithoutARecordSetCountTowardsTheCap() {
    Estates estates = many(6);
    estates.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(5, 100)));
    dns(estates, PrivateDns.NONE, PublicDns.NONE);

    Plan plan = estates.plan();
    Plan confirmed = Planner.plan(estates.input().withRemovalsConfirmed());

    assertThat(plan.records()).isEmpty();
    assertThat(plan.blocked())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.code()).isEqualTo(BlockCode.DELETE_CAP);
              assertThat(b.reason())
                  .isEqualTo(
                      "6 of 6 published host names would lose a record set, the cap is 5 or 100 %:"
                          + " a1.contoso.com, a2.contoso.com, a3.contoso.com, a4.contoso.com,"
                          + " a5.contoso.com, a6.contoso.com");
              assertThat(b.remedy()).isEqualTo(Removals.CONFIRM + ": apply=" + confirmed.hash());
            });
    assertThat(confirmed.records()).hasSize(6);
  }

  @Test
  void asManyAsTheCapAllowsGoWithoutAWordAndTheGuardsAgree() {
    Estates estates = many(5);
    estates.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(5, 100)));
    dns(estates, PrivateDns.NONE, PublicDns.NONE);

    assertThat(estates.plan().records()).hasSize(5);
    assertThat(Guards.check(estates.plan(), estates.input())).isEmpty();
  }

  @Test
  void namesThatGetAnotherRecordSetDoNotCount() {
    Estates estates = many(6);
    estates.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(0, 0)));
    ResourceId hub = new ResourceId(ZONE.value().replace("rg-edge", "rg-hub"));
    ResourceId longer = zone("a1.contoso.com");
    records(estates, longer).with(b -> b.zones(ZONE, longer));
    assertThat(estates.plan().blocked()).isEmpty();
    assertThat(estates.plan().records()).hasSize(2);

    records(estates, hub).with(b -> b.zones(ZONE, hub));
    assertThat(estates.plan().records())
        .hasSize(6)
        .allSatisfy(r -> assertThat(r).isInstanceOf(RecordChange.Upsert.class));
  }

  @Test
  void anyPolicyButSyncKeepsThemAndSaysSo() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    estates.with(b -> b.policy(DeletePolicy.CREATE_ONLY, new DeleteCap(5, 50)));

    Plan plan = estates.plan();

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.warnings())
        .containsExactly(
            new Warning(
                WarningCode.REMOVAL_WITHHELD.wireName(),
                "contoso",
                "record set api in private zone contoso.com is no longer wanted; it stays, because"
                    + " the delete policy is create-only; remove it by hand or set deletePolicy to"
                    + " sync"));
  }

  @Test
  void twoBindingsOfOneTargetTakeItOutOnce() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    estates.bind(
        new Estates.BindingEdit(binding("second", SERVICE))
            .endpoints(java.util.Map.of())
            .binding());

    assertThat(estates.plan().records()).hasSize(1);
  }

  @Test
  void aServiceThatCannotBeBelievedLosesNothing() {
    Estates estates = dns(byAddress(), PrivateDns.NONE, PublicDns.NONE);
    estates.reads(SERVICE, "Updating", List.of("10.0.1.5"), proxy("api.contoso.com"));

    assertThat(estates.plan().records()).isEmpty();
  }

  private static Estates many(int count) {
    Endpoint[] endpoints =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> proxy("a" + i + ".contoso.com"))
            .toArray(Endpoint[]::new);
    return Estates.contoso().with(b -> b.options(BY_ADDRESS)).lists(SERVICE, endpoints).converged();
  }
}
