package dev.lockstep.reconcile;

import static dev.lockstep.reconcile.RolloverWorld.HOST;
import static dev.lockstep.reconcile.RolloverWorld.OLD;
import static dev.lockstep.reconcile.RolloverWorld.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.TrustPolicy;
import org.junit.jupiter.api.Test;

/** Certificates that end soon are told with who is stale, what happens when, and what to do. */
class ExpiryTest {
  // The tests' certificates count from 2026-06-01 on; the world begins at 2026-11-02T10:00Z.
  private static final int TODAY = 154;

  @Test
  void anEndThatIsNearIsToldOnceADayAndWheneverTheVaultSaysSomething() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(20), OLD.certificate());

    assertThat(at.alarms()).containsExactly("certificateExpiring");
    assertThat(at.lastAlarm())
        .contains(HOST, "the vault is stale", "19 days left", "ends at 2026-11-22T00:00:00Z")
        .contains("clients fail from 2026-11-22T00:00:00Z")
        .contains("renew https://kv-edge.vault.azure.net/secrets/api-contoso-com");
    at.timer().minutes(15).timer().minutes(15);
    assertThat(at.alarms()).hasSize(1);
    at.told().minutes(15);
    assertThat(at.alarms()).hasSize(2);
    at.minutes(24 * 60).timer().minutes(5);
    assertThat(at.alarms()).hasSize(3);
    assertThat(at.lastAlarm()).contains("18 days left");
    assertThat(at.world().lastJournal()).contains("certificateExpiring", "18 days left");
  }

  @Test
  void theWarningOfThePlanIsTheSameEveryDay() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(20), OLD.certificate());
    var today = at.warnings();

    at.minutes(24 * 60).timer().minutes(5);

    assertThat(today).singleElement().asString().startsWith("certificateExpiring: ");
    assertThat(at.warnings()).isEqualTo(today);
  }

  @Test
  void aServiceThatDoesNotFollowIsStaleAndTheListenerIsNot() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(5), OLD.certificate());
    at.renew(leaf(200), OLD.certificate()).told().minutes(5).told().minutes(5);

    assertThat(at.lastAlarm())
        .contains("the service is stale", "4 days left", "10.0.1.5", "the vault has another")
        .contains("requests fail from 2026-11-07T00:00:00Z")
        .contains("save the custom domain once more");
    assertThat(at.world().remembered().renewals().told().keySet())
        .containsExactly(HOST + " service");
    at.serviceFollows().minutes(30);
    assertThat(at.world().remembered().renewals().told()).isEmpty();
  }

  @Test
  void aListenerThatDoesNotFollowIsStale() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(5), OLD.certificate());
    at.certificates().gatewayReadsWhenWritten(false);
    at.renew(leaf(200), OLD.certificate()).serviceFollows().told().minutes(5).told().minutes(5);

    assertThat(at.lastAlarm())
        .contains("the listener is stale", "every four hours", "Key Vault Secrets User");
  }

  @Test
  void whatIsOverIsToldAsOver() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(5), OLD.certificate());

    at.minutes(6 * 24 * 60).timer().minutes(5);

    assertThat(at.alarms()).endsWith("certificateExpired");
    assertThat(at.lastAlarm()).contains("the vault is stale, over", "clients fail since then");
  }

  @Test
  void whatEndsLaterIsNotTold() {
    RolloverWorld at = serving(TrustPolicy.DEFAULT, leaf(40), OLD.certificate());

    assertThat(at.alarms()).isEmpty();
    assertThat(at.warnings()).isEmpty();
    at.minutes(11 * 24 * 60).timer().minutes(5);
    assertThat(at.alarms()).containsExactly("certificateExpiring");
  }

  /** A certificate that ends so many days after the day on which the world begins. */
  private static Certificate leaf(int days) {
    return OLD.leaf(HOST, TODAY + days);
  }
}
