package dev.lockstep.reconcile;

import static dev.lockstep.reconcile.RolloverWorld.CHAIN;
import static dev.lockstep.reconcile.RolloverWorld.HOST;
import static dev.lockstep.reconcile.RolloverWorld.NEW;
import static dev.lockstep.reconcile.RolloverWorld.OLD;
import static dev.lockstep.reconcile.RolloverWorld.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.Mode;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.reconcile.state.Renewal.View;
import dev.lockstep.reconcile.world.FakeCertificates;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * How long a renewal is waited for, how it is told, and how rarely the gateway is written for it.
 */
class RenewalTest {
  private static final Certificate LEAF = OLD.leaf(HOST);
  private static final Certificate RENEWED = OLD.leaf(HOST);
  private static final String SERVICE = "10.0.1.5";

  private final RolloverWorld at = serving(TrustPolicy.DEFAULT, LEAF, OLD.certificate());

  @Test
  void theLooksComeLessAndLessOften() {
    int before = at.world().log().size();
    at.renew(RENEWED, OLD.certificate()).told().minutes(120);
    int looks = at.open().orElseThrow().looks();

    assertThat(at.open().orElseThrow().listener().view()).isEqualTo(View.FOLLOWS);
    assertThat(at.open().orElseThrow().service().view()).isEqualTo(View.STALE);
    assertThat(looks).isBetween(11, 14);
    assertThat(at.world().log().size() - before).isLessThan(2 * looks);
    assertThat(at.puts()).isEqualTo(2);
  }

  @Test
  void afterADayAPersonIsToldWhoIsLateSinceWhenAndWhatToDo() {
    at.renew(RENEWED, OLD.certificate()).told().minutes(25 * 60);

    assertThat(at.alarms()).containsExactly("renewalStalled");
    assertThat(at.lastAlarm())
        .contains(HOST, RENEWED.thumbprint(), "the listener follows")
        .contains("the service presents " + LEAF.thumbprint() + " at 10.0.1.5")
        .contains("save the custom domain once more");
    assertThat(at.world().remembered().agenda().wake()).isEmpty();
    assertThat(at.open()).isPresent();

    at.timer().minutes(15).timer().minutes(15);
    assertThat(at.alarms()).hasSize(1);
    at.minutes(24 * 60).timer().minutes(5);
    assertThat(at.alarms()).hasSize(2);

    at.serviceFollows().timer().minutes(5).timer().minutes(5);
    at.assertRest();
  }

  @Test
  void aListenerThatDoesNotFollowIsNamedWithItsRemedy() {
    at.certificates().gatewayReadsWhenWritten(false);
    at.renew(RENEWED, OLD.certificate()).serviceFollows().told().minutes(25 * 60);

    assertThat(at.puts()).isEqualTo(2);
    assertThat(at.lastAlarm())
        .contains("the listener presents " + LEAF.thumbprint(), FakeCertificates.GATEWAY)
        .contains("the service follows", "Key Vault Secrets User");
  }

  @Test
  void whereNobodyAnswersItIsNotVerifiableAndThatIsNoFailure() {
    at.certificates().silent(SERVICE, true);
    at.certificates().silent(FakeCertificates.GATEWAY, true);

    at.renew(RENEWED, OLD.certificate()).told().minutes(120);

    assertThat(at.alarms()).containsExactly("renewalUnverifiable");
    assertThat(at.lastAlarm()).contains(SERVICE, FakeCertificates.GATEWAY, "openssl s_client");
    assertThat(at.certificates().served(HOST)).isEqualTo(RENEWED);
    assertThat(at.puts()).isEqualTo(2);
    assertThat(at.world().remembered().agenda().wake()).isEmpty();
    assertThat(at.world().remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");

    at.certificates().silent(SERVICE, false);
    at.certificates().silent(FakeCertificates.GATEWAY, false);
    at.serviceFollows().timer().minutes(15).timer().minutes(15).timer().minutes(15);
    at.assertRest();
  }

  @Test
  void twoRenewalsWithinSixHoursAreNudgedOnce() {
    at.renew(RENEWED, OLD.certificate()).told().minutes(30);
    at.renew(OLD.leaf(HOST), OLD.certificate()).told().minutes(60);

    assertThat(at.nudges()).isEqualTo(1);
    assertThat(at.open().orElseThrow().listener().view()).isEqualTo(View.STALE);
    at.certificates().everybodyFollows();
    at.minutes(30);
    at.assertRest();
  }

  @Test
  void aChangeThatIsDueAnywayDoesForTheNudge() {
    at.world().azure().service().add("more.contoso.com");
    at.certificates().renew("more.contoso.com", OLD.leaf("more.contoso.com"), OLD.certificate());
    at.certificates().serviceFollows("more.contoso.com");

    at.renew(RENEWED, OLD.certificate()).told().minutes(10);

    assertThat(at.certificates().served(HOST)).isEqualTo(RENEWED);
    assertThat(at.puts()).isEqualTo(2);
    assertThat(at.nudges()).isZero();
  }

  @Test
  void aChangeThatWasSentBeforeTheRenewalDoesNotDoForTheNudge() {
    at.world().azure().service().add("more.contoso.com");
    at.certificates().renew("more.contoso.com", OLD.leaf("more.contoso.com"), OLD.certificate());
    at.certificates().serviceFollows("more.contoso.com");
    at.told();
    at.world().run(Duration.ofSeconds(5));
    assertThat(at.world().remembered().flight().inFlight()).isPresent();

    // The gateway has read the vault just before, and the app has not seen it land yet.
    at.certificates().gatewayReadsWhenWritten(false);
    at.renew(RENEWED, OLD.certificate());
    at.minutes(10);

    assertThat(at.nudges()).isEqualTo(1);
  }

  @Test
  void inModePlanTheGatewayIsNotWrittenAndTheRenewalIsWatchedAllTheSame() {
    at.world().mode(Mode.PLAN);

    at.renew(RENEWED, OLD.certificate()).told().minutes(30);

    assertThat(at.puts()).isEqualTo(1);
    assertThat(at.open()).isPresent();
    at.certificates().everybodyFollows();
    at.minutes(30);
    assertThat(at.open()).isEmpty();
  }

  /** The data plane may be behind what Resource Manager says. */
  @Test
  void aListenerThatIsNewGetsTimeBeforeTheGatewayIsWrittenForIt() {
    at.certificates().gatewayReadsWhenWritten(false);
    at.world().azure().service().add("more.contoso.com");
    at.certificates().renew("more.contoso.com", OLD.leaf("more.contoso.com"), OLD.certificate());
    at.certificates().serviceFollows("more.contoso.com");
    at.certificates().serves("more.contoso.com", LEAF);
    at.world().signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(40));
    assertThat(at.open().orElseThrow().sure()).isFalse();

    at.certificates().gatewayFollows();
    at.minutes(30);

    assertThat(at.puts()).isEqualTo(2);
    at.assertRest();
  }

  /** A gateway switches off listeners whose certificate it cannot read. */
  @Test
  void aVersionThatNoGatewayCanServeIsNotNudgedIn() {
    at.certificates().enabled(false);

    at.renew(RENEWED, OLD.certificate()).told().minutes(60);

    assertThat(at.puts()).isEqualTo(1);
    assertThat(at.warnings()).anyMatch(warning -> warning.startsWith("certificateUnfit: "));
    at.certificates().enabled(true);
    at.minutes(20);
    assertThat(at.certificates().served(HOST)).isEqualTo(RENEWED);
    assertThat(at.nudges()).isEqualTo(1);
  }

  @Test
  void aVaultThatCannotBeReadEndsNothing() {
    at.renew(RENEWED, OLD.certificate()).told().minutes(5);
    at.certificates().vaultAnswers(false);

    at.serviceFollows().minutes(30);

    assertThat(at.open()).isPresent();
    at.certificates().vaultAnswers(true);
    at.minutes(30);
    at.assertRest();
  }

  @Test
  void aHostNameThatIsNotPublishedAnyMoreIsForgotten() {
    at.world().azure().service().add("more.contoso.com");
    at.world().converge();
    at.renew(RENEWED, OLD.certificate()).told().minutes(5);
    assertThat(at.open()).isPresent();

    at.world().azure().service().remove(HOST);
    at.world().converge().signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(at.open()).isEmpty();
    assertThat(at.world().remembered().agenda().wake()).isEmpty();
  }

  @Test
  void yetAnotherVersionBeginsAnew() {
    at.renew(RENEWED, OLD.certificate()).told().minutes(60);
    Certificate third = OLD.leaf(HOST);

    at.renew(third, OLD.certificate()).told().minutes(5);

    assertThat(at.open().orElseThrow().wanted()).isEqualTo(third.thumbprint());
    assertThat(at.open().orElseThrow().looks()).isLessThan(5);
  }

  @Test
  void aRehearsalPassesHoursInSeconds() {
    RolloverWorld fast = serving(CHAIN, LEAF, OLD.certificate());
    fast.world().pace(RenewalPace.DEFAULT.faster(600));

    fast.renew(RENEWED, OLD.certificate()).serviceFollows().told().minutes(1);
    fast.renew(NEW.leaf(HOST), NEW.certificate()).told().minutes(1);
    fast.serviceFollows().minutes(1);

    assertThat(fast.nudges()).isEqualTo(1);
    assertThat(fast.puts()).isEqualTo(4);
    assertThat(fast.listed()).containsExactly(NEW.certificate());
  }
}
