package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.PUBLIC_IP;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When public IPs are read, and when nobody asks for them. */
class PublicAddressNeedTest {
  private static final GatewayDocument GATEWAY = GatewayDocument.of(Estates.crowded());

  @Test
  void anAddressRecordInAPublicZoneNeedsTheAddress() {
    assertThat(need(PrivateDns.SERVICE, PublicDns.FRONTEND, ZONE, PUBLIC_ZONE))
        .containsExactly(PUBLIC_IP);
    assertThat(need(PrivateDns.SERVICE, PublicDns.FRONTEND, ZONE)).isEmpty();
  }

  @Test
  void anAliasAndNoRecordNeedNothing() {
    assertThat(need(PrivateDns.SERVICE, PublicDns.ALIAS, ZONE, PUBLIC_ZONE)).isEmpty();
    assertThat(need(PrivateDns.FRONTEND, PublicDns.NONE, ZONE, PUBLIC_ZONE)).isEmpty();
  }

  @Test
  void aNameThatOthersAnswerNeedsItToSeeALoop() {
    assertThat(need(PrivateDns.NONE, PublicDns.NONE, ZONE)).containsExactly(PUBLIC_IP);
    assertThat(need(PrivateDns.NONE, PublicDns.NONE)).isEmpty();
  }

  @Test
  void oneBindingOfManyIsEnough() {
    Binding plain = Estates.binding("contoso", SERVICE);
    Binding other = binding(PrivateDns.NONE, PublicDns.NONE, ZONE);

    assertThat(PublicAddressNeed.of(List.of(plain), GATEWAY)).isEmpty();
    assertThat(PublicAddressNeed.of(List.of(plain, other), GATEWAY)).containsExactly(PUBLIC_IP);
  }

  private static List<ResourceId> need(
      PrivateDns inPrivate, PublicDns inPublic, ResourceId... zones) {
    return PublicAddressNeed.of(List.of(binding(inPrivate, inPublic, zones)), GATEWAY);
  }

  private static Binding binding(PrivateDns inPrivate, PublicDns inPublic, ResourceId... zones) {
    return new Estates.BindingEdit(Estates.binding("contoso", SERVICE))
        .zones(zones)
        .dns(new DnsPolicy(inPrivate, inPublic))
        .binding();
  }
}
