package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Reading;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.plan.ExpiryNotice.Where;
import dev.lockstep.trust.Authority;
import dev.lockstep.trust.Expiry.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is stale when a certificate ends soon. */
class ExpiryNoticesTest {
  private static final String HOST = "api.contoso.com";
  private static final Authority ROOT = Authority.root("Root");
  // 2026-11-01T10:00Z is 153 days after the tests' day, on which these certificates count from.
  private static final Certificate FINE = leaf(100);
  private static final Certificate NEAR = leaf(20);
  private static final Certificate URGENT = leaf(5);
  private static final Certificate OVER = leaf(-1);

  @Test
  void whatIsPresentedEverywhereAndEndsSoonIsOneNoticeOfTheVault() {
    List<ExpiryNotice> notices = notices(Estates.proxy(HOST), seen(NEAR, NEAR, NEAR));

    assertThat(notices).extracting(ExpiryNotice::where).containsExactly(Where.VAULT);
    assertThat(notices.get(0).expiry().daysLeft()).isEqualTo(19);
    assertThat(notices.get(0).remedy())
        .startsWith("renew https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com");
  }

  @Test
  void whoDoesNotFollowTheVaultIsStaleAndTheFirstToEndComesFirst() {
    List<ExpiryNotice> notices = notices(Estates.proxy(HOST), seen(FINE, NEAR, OVER));

    assertThat(notices)
        .extracting(ExpiryNotice::where)
        .containsExactly(Where.LISTENER, Where.SERVICE);
    assertThat(notices.get(0).isOver()).isTrue();
    assertThat(notices.get(0).message()).contains("on public", "ended at", "clients fail since");
    assertThat(notices.get(1).message()).contains("10.0.1.5", "requests fail from");
  }

  @Test
  void anUploadIsNobodysToRenewButAPersons() {
    Endpoint upload = Estates.endpoint(EndpointType.PROXY, HOST, Optional.empty());

    List<ExpiryNotice> notices = notices(upload, of(Optional.empty(), NEAR, Optional.empty()));

    assertThat(notices).extracting(ExpiryNotice::where).containsExactly(Where.SERVICE);
    assertThat(notices.get(0).message()).contains("comes from no vault");
    assertThat(notices.get(0).remedy()).contains("upload the next one");
  }

  @Test
  void whatAzureManagesIsToldOnlyWhenItIsUrgent() {
    Endpoint managed =
        new Endpoint(
            EndpointType.PROXY,
            new HostName(HOST),
            Optional.empty(),
            Optional.of("Managed"),
            false,
            false,
            false);

    assertThat(notices(managed, of(Optional.empty(), NEAR, Optional.empty()))).isEmpty();
    assertThat(notices(managed, of(Optional.empty(), URGENT, Optional.empty())))
        .singleElement()
        .satisfies(notice -> assertThat(notice.expiry().stage()).isEqualTo(Stage.URGENT))
        .satisfies(notice -> assertThat(notice.message()).contains("Azure has not renewed it"));
  }

  @Test
  void whereTheServiceHasAnotherVaultEachIsComparedWithItsOwn() {
    HostCertificates seen =
        new HostCertificates(
            List.of(new Look("westeurope", "10.0.1.5", Reading.known(List.of(NEAR)))),
            Optional.of(Reading.known(Seen.newest(FINE))),
            Optional.of(Reading.known(Seen.newest(NEAR))),
            Optional.empty(),
            List.of(new Look("public", "20.50.10.30", Reading.known(List.of(FINE)))),
            List.of(),
            List.of());

    assertThat(notices(Estates.proxy(HOST), seen))
        .extracting(ExpiryNotice::where)
        .containsExactly(Where.VAULT);
  }

  @Test
  void whatCannotBeSeenIsNotTold() {
    HostCertificates silent = Seen.of(Seen.silent(), Seen.newest(FINE), List.of());

    assertThat(notices(Estates.proxy(HOST), silent)).isEmpty();
  }

  private static List<ExpiryNotice> notices(Endpoint endpoint, HostCertificates seen) {
    return ExpiryNotices.of(
        Estates.binding("contoso", Estates.SERVICE), endpoint, seen, Estates.NOW);
  }

  private static HostCertificates seen(
      Certificate newest, Certificate presented, Certificate served) {
    return of(Optional.of(newest), presented, Optional.of(served));
  }

  private static HostCertificates of(
      Optional<Certificate> newest, Certificate presented, Optional<Certificate> served) {
    Optional<Reading<VaultCertificate>> vault =
        newest.map(leaf -> Reading.known(Seen.newest(leaf)));
    return new HostCertificates(
        List.of(new Look("westeurope", "10.0.1.5", Reading.known(List.of(presented)))),
        vault,
        Optional.empty(),
        served.map(leaf -> new Look("public", "20.50.10.30", Reading.known(List.of(leaf)))).stream()
            .toList(),
        List.of(),
        List.of());
  }

  private static Certificate leaf(int daysFromToday) {
    return ROOT.leaf(HOST, 153 + daysFromToday);
  }
}
