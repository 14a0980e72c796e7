package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import org.junit.jupiter.api.Test;

/** Which zones hold a host name, and how it is called there. */
class ZoneKindTest {
  private static final ResourceId LONGER = zone("API.contoso.com");
  private static final ResourceId HUB = new ResourceId(ZONE.value().replace("rg-edge", "rg-hub"));

  @Test
  void theLongestNameWinsInEachKind() {
    Binding binding = binding(ZONE, LONGER, PUBLIC_ZONE);

    assertThat(ZoneKind.PRIVATE.holding(host("x.api.contoso.com"), binding))
        .containsExactly(LONGER);
    assertThat(ZoneKind.PRIVATE.holding(host("api.contoso.com"), binding)).containsExactly(LONGER);
    assertThat(ZoneKind.PRIVATE.holding(host("two.contoso.com"), binding)).containsExactly(ZONE);
    assertThat(ZoneKind.PUBLIC.holding(host("x.api.contoso.com"), binding))
        .containsExactly(PUBLIC_ZONE);
  }

  @Test
  void zonesOfOneNameHoldItBoth() {
    assertThat(ZoneKind.PRIVATE.holding(host("api.contoso.com"), binding(HUB, ZONE)))
        .containsExactly(HUB, ZONE);
  }

  @Test
  void aNameThatOnlyEndsAlikeIsNotHeld() {
    assertThat(ZoneKind.PRIVATE.holding(host("api.notcontoso.com"), binding(ZONE))).isEmpty();
    assertThat(ZoneKind.PUBLIC.holding(host("api.contoso.com"), binding(ZONE))).isEmpty();
    assertThat(ZoneKind.PRIVATE.holding(host("api.contoso.com"), binding(PUBLIC_ZONE))).isEmpty();
  }

  @Test
  void theApexAndWildcardsAreHeldAsAnyName() {
    assertThat(ZoneKind.PRIVATE.holding(host("*.api.contoso.com"), binding(ZONE, LONGER)))
        .containsExactly(LONGER);
    assertThat(host("*.api.contoso.com").relativeTo(LONGER.name())).isEqualTo("*");
    assertThat(host("*.api.contoso.com").relativeTo(ZONE.name())).isEqualTo("*.api");
    assertThat(host("api.contoso.com").relativeTo(LONGER.name())).isEqualTo("@");
  }

  @Test
  void theTypeTellsTheKindWhateverItsCase() {
    assertThat(ZoneKind.of(PUBLIC_ZONE)).isEqualTo(ZoneKind.PUBLIC);
    assertThat(ZoneKind.of(new ResourceId(PUBLIC_ZONE.value().replace("dnszones", "dnsZones"))))
        .isEqualTo(ZoneKind.PUBLIC);
    assertThat(ZoneKind.of(ZONE)).isEqualTo(ZoneKind.PRIVATE);
  }

  @Test
  void eachKindIsWantedForItself() {
    DnsPolicy inside = new DnsPolicy(PrivateDns.FRONTEND, PublicDns.NONE);
    DnsPolicy outside = new DnsPolicy(PrivateDns.NONE, PublicDns.ALIAS);

    assertThat(ZoneKind.PRIVATE.isWantedBy(inside)).isTrue();
    assertThat(ZoneKind.PUBLIC.isWantedBy(inside)).isFalse();
    assertThat(ZoneKind.PRIVATE.isWantedBy(outside)).isFalse();
    assertThat(ZoneKind.PUBLIC.isWantedBy(outside)).isTrue();
  }

  private static Binding binding(ResourceId... zones) {
    return new Estates.BindingEdit(Estates.binding("contoso", Estates.SERVICE))
        .zones(zones)
        .binding();
  }

  private static HostName host(String name) {
    return new HostName(name);
  }
}
