package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.BY_ADDRESS;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.dns;
import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.marked;
import static dev.lockstep.plan.DnsEstates.split;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.Guards;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for record sets, whatever is chosen and whoever else is in the zone. */
class DnsProperties {
  private static final ResourceId LONGER = Estates.zone("sub.contoso.com");
  private static final List<String> HOSTS =
      List.of("api.contoso.com", "x.sub.contoso.com", "contoso.com", "sub.contoso.com");

  /** What is configured: both choices, which zones, how pools go. */
  record Choice(PrivateDns inPrivate, PublicDns inPublic, boolean longer, boolean byName) {}

  @Provide
  Arbitrary<Choice> choices() {
    return Combinators.combine(
            Arbitraries.of(PrivateDns.class),
            Arbitraries.of(PublicDns.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Choice::new);
  }

  @Provide
  Arbitrary<Set<RecordSet>> strangers() {
    return Arbitraries.of(
            foreign("api", "CNAME"),
            foreign("x.sub", "A", "10.9.9.9"),
            foreign("*", "A", "10.0.0.200"),
            foreign("@", "A", "20.50.10.30"),
            foreign("sub", "NS"),
            foreign("x", "TXT"),
            marked("sub", SERVICE, "blue", "10.0.1.5"),
            marked("api", Estates.service("apim-other"), "lockstep", "10.0.1.5"))
        .set()
        .ofMaxSize(3);
  }

  @Property(tries = 80)
  void anyChangeOfMindConvergesAndLeavesStrangersAlone(
      @ForAll("choices") Choice first,
      @ForAll("choices") Choice then,
      @ForAll("strangers") Set<RecordSet> inside,
      @ForAll("strangers") Set<RecordSet> outside) {
    Estates estates = split(Estates.contoso(), PrivateDns.SERVICE, PublicDns.NONE);
    estates.lists(SERVICE, HOSTS.stream().map(Estates::proxy).toArray(Endpoint[]::new));
    estates.records(inside.toArray(RecordSet[]::new));
    DnsEstates.records(estates, PUBLIC_ZONE, outside.toArray(RecordSet[]::new));
    DnsEstates.records(estates, LONGER);

    choose(estates, first).converged();
    choose(estates, then);
    Plan plan = Planner.plan(estates.input().withRemovalsConfirmed());
    assertThat(Guards.check(plan, estates.input().withRemovalsConfirmed())).isEmpty();
    estates.apply(plan);
    // A pool goes by name only once the record that would lead it back to the gateway has left.
    estates.apply(Planner.plan(estates.input().withRemovalsConfirmed()));

    assertThat(Planner.plan(estates.input().withRemovalsConfirmed()).changes()).isEmpty();
    assertThat(records(estates, ZONE)).containsAll(inside);
    assertThat(records(estates, PUBLIC_ZONE)).containsAll(outside);
  }

  private static Estates choose(Estates estates, Choice choice) {
    estates.with(b -> b.options(choice.byName ? EndpointOptions.DEFAULT : BY_ADDRESS));
    estates.with(
        b ->
            b.zones(
                Stream.of(ZONE, PUBLIC_ZONE, LONGER)
                    .filter(zone -> choice.longer || !zone.equals(LONGER))
                    .toArray(ResourceId[]::new)));
    return dns(estates, choice.inPrivate, choice.inPublic);
  }

  private static List<RecordSet> records(Estates estates, ResourceId zone) {
    return estates.zones.get(zone).asValue().map(Zone::records).orElseThrow();
  }
}
