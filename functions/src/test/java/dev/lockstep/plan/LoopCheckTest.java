package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.BY_ADDRESS;
import static dev.lockstep.plan.DnsEstates.PUBLIC_IP;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.alias;
import static dev.lockstep.plan.DnsEstates.bare;
import static dev.lockstep.plan.DnsEstates.dns;
import static dev.lockstep.plan.DnsEstates.foreign;
import static dev.lockstep.plan.DnsEstates.ours;
import static dev.lockstep.plan.DnsEstates.records;
import static dev.lockstep.plan.DnsEstates.split;
import static dev.lockstep.plan.DnsEstates.unread;
import static dev.lockstep.plan.Estates.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.RecordSet;
import org.junit.jupiter.api.Test;

/** When a pool that goes by the host name would find its own gateway. */
class LoopCheckTest {
  private static final String PRIVATE_FRONTEND = "10.0.0.200";
  private static final String PUBLIC_FRONTEND = "20.50.10.30";

  @Test
  void aStandingRecordSetWithAFrontendsAddressIsALoopWhoseverItIs() {
    assertThat(isLoop(privately(foreign("api", "A", "10.9.9.9", PRIVATE_FRONTEND)))).isTrue();
    assertThat(isLoop(privately(foreign("API", "A", PUBLIC_FRONTEND)))).isTrue();
    assertThat(isLoop(privately(ours("api", PRIVATE_FRONTEND)))).isTrue();
    assertThat(isLoop(privately(foreign("*", "A", PRIVATE_FRONTEND)))).isTrue();
  }

  @Test
  void anythingElseThatAnswersIsNone() {
    assertThat(isLoop(privately(foreign("api", "A", "10.0.1.5")))).isFalse();
    assertThat(isLoop(privately(foreign("api", "CNAME")))).isFalse();
    assertThat(isLoop(privately())).isFalse();
    assertThat(
            isLoop(privately(foreign("api", "A", "10.0.1.5"), foreign("*", "A", PRIVATE_FRONTEND))))
        .isFalse();
  }

  @Test
  void aPoolByAddressNeverGoesInCircles() {
    Estates estates = privately(foreign("api", "A", PRIVATE_FRONTEND));
    estates.with(b -> b.options(BY_ADDRESS));

    assertThat(isLoop(estates)).isFalse();
  }

  @Test
  void aWildcardNeverGoesByName() {
    assertThat(LoopCheck.goesByName(Estates.policy("f", "/", 1, 1), new HostName("*.contoso.com")))
        .isFalse();
    assertThat(
            LoopCheck.goesByName(Estates.policy("f", "/", 1, 1), new HostName("api.contoso.com")))
        .isTrue();
  }

  @Test
  void aRecordSetOfOursThatIsAboutToBePutRightIsNone() {
    Estates estates = byName(bare(), PrivateDns.SERVICE, PublicDns.NONE);
    estates.records(ours("api", PRIVATE_FRONTEND));

    assertThat(isLoop(estates)).isFalse();
  }

  @Test
  void thePublicAnswerCountsWhereThePrivateZoneHasNone() {
    Estates wanted = byName(bare(), PrivateDns.NONE, PublicDns.FRONTEND);
    Estates hidden = byName(bare(), PrivateDns.SERVICE, PublicDns.FRONTEND);
    Estates followed = byName(bare(), PrivateDns.NONE, PublicDns.NONE);
    records(followed, PUBLIC_ZONE, alias("api", PUBLIC_IP));
    Estates elsewhere = byName(bare(), PrivateDns.NONE, PublicDns.NONE);
    records(elsewhere, PUBLIC_ZONE, alias("api", Estates.GATEWAY));
    Estates byAddress = byName(bare(), PrivateDns.NONE, PublicDns.NONE);
    records(byAddress, PUBLIC_ZONE, foreign("api", "A", PUBLIC_FRONTEND));

    assertThat(isLoop(wanted)).isTrue();
    assertThat(isLoop(hidden)).isFalse();
    assertThat(isLoop(followed)).isTrue();
    assertThat(isLoop(elsewhere)).isFalse();
    assertThat(isLoop(byAddress)).isTrue();
  }

  @Test
  void ofAZoneThatWasNotReadNobodyKnows() {
    Estates estates = byName(bare(), PrivateDns.NONE, PublicDns.FRONTEND);

    assertThat(isLoop(unread(estates, ZONE))).isFalse();
  }

  @Test
  void theReasonNamesTheZoneAndTheRemedyTheChoices() {
    Estates estates = byName(bare(), PrivateDns.NONE, PublicDns.ALIAS);

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.code()).isEqualTo(BlockCode.RECORD_LOOP);
              assertThat(b.reason())
                  .isEqualTo(
                      "in public zone contoso.com the name api.contoso.com leads to agw-edge,"
                          + " whose pool would go by that name to itself");
              assertThat(b.remedy())
                  .isEqualTo(
                      "set endpoints.Proxy.pool to address, or let a private zone of the binding"
                          + " lead to the service (dns.private: service)");
            });
  }

  private static Estates privately(RecordSet... records) {
    Estates estates = byName(bare(), PrivateDns.NONE, PublicDns.NONE);
    return estates.records(records);
  }

  private static Estates byName(Estates estates, PrivateDns inPrivate, PublicDns inPublic) {
    split(estates, inPrivate, inPublic).with(b -> b.options(EndpointOptions.DEFAULT));
    return dns(estates, inPrivate, inPublic);
  }

  private static boolean isLoop(Estates estates) {
    return estates.plan().blocked().stream().anyMatch(b -> b.code() == BlockCode.RECORD_LOOP);
  }
}
