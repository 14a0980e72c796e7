package dev.lockstep.reconcile;

import static dev.lockstep.reconcile.RolloverWorld.BUNDLE;
import static dev.lockstep.reconcile.RolloverWorld.CHAIN;
import static dev.lockstep.reconcile.RolloverWorld.HOST;
import static dev.lockstep.reconcile.RolloverWorld.NEW;
import static dev.lockstep.reconcile.RolloverWorld.OLD;
import static dev.lockstep.reconcile.RolloverWorld.PUBLIC;
import static dev.lockstep.reconcile.RolloverWorld.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.HostName;
import dev.lockstep.model.TrustPolicy;
import dev.lockstep.trust.Authority;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stories of a renewal: at no time is a chain presented whose root the gateway does not list.
 */
class RolloverTest {
  private static final Certificate OLD_LEAF = OLD.leaf(HOST);
  private static final Certificate NEW_LEAF = NEW.leaf(HOST);
  private static final Certificate PUBLIC_LEAF = PUBLIC.leaf(HOST);

  static Stream<TrustPolicy> sources() {
    return Stream.of(BUNDLE, CHAIN);
  }

  /** (a) */
  @Test
  void aLeafUnderTheSameRootIsNudgedInAndNothingElseIsWritten() {
    RolloverWorld at = old(TrustPolicy.DEFAULT);
    Certificate leaf = OLD.leaf(HOST);

    at.renew(leaf, OLD.certificate()).told().minutes(2);

    assertThat(at.certificates().served(HOST)).isEqualTo(leaf);
    at.serviceFollows().minutes(60);
    assertThat(at.puts()).isEqualTo(2);
    assertThat(at.nudges()).isEqualTo(1);
    assertThat(at.listed()).containsExactly(OLD.certificate());
    at.assertRest();
  }

  /** (b) */
  @ParameterizedTest
  @MethodSource("sources")
  void aNewRootIsTrustedFirstAndTheOldOneLeavesWhenTheServiceHasSwitched(TrustPolicy source) {
    RolloverWorld at = old(source);
    at.certificates().bundle(NEW.certificate());

    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(5);

    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());
    assertThat(at.certificates().served(HOST)).isEqualTo(NEW_LEAF);
    assertThat(at.puts()).isEqualTo(2);
    at.serviceFollows().minutes(40);
    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
    assertThat(at.nudges()).isZero();
    at.assertRest();
  }

  /** (b), with neither source: nothing is guessed, and the finding comes before the switch. */
  @Test
  void aRootThatIsNotKnownIsToldBeforeTheServiceSwitches() {
    RolloverWorld at = old(TrustPolicy.DEFAULT);

    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(5);

    assertThat(at.listed()).containsExactly(OLD.certificate());
    assertThat(at.nudges()).isEqualTo(at.puts() - 1);
    assertThat(at.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("trustUndetermined: ")
                    .contains("New Root", "trust bundle", "by itself"));
    assertThat(at.world().lastJournal()).contains("trustUndetermined");
  }

  /** (c) */
  @ParameterizedTest
  @MethodSource("sources")
  void aNewIntermediateNeedsNoNewRoot(TrustPolicy source) {
    Authority first = OLD.below("Issuing 1");
    Authority second = OLD.below("Issuing 2");
    RolloverWorld at = serving(source, first.leaf(HOST), first.certificate(), OLD.certificate());
    at.certificates().bundle(OLD.certificate(), first.certificate(), second.certificate());
    Certificate leaf = second.leaf(HOST);

    at.renew(leaf, second.certificate(), OLD.certificate()).told().minutes(5);
    at.serviceFollows().minutes(40);

    assertThat(at.certificates().served(HOST)).isEqualTo(leaf);
    assertThat(at.listed()).containsExactly(OLD.certificate());
    assertThat(at.puts()).isEqualTo(2);
    at.assertRest();
  }

  /** (d) */
  @ParameterizedTest
  @MethodSource("sources")
  void aCrossSignedRootIsListedBesideTheOneThatVouchesForIt(TrustPolicy source) {
    Certificate cross = OLD.vouchesFor(NEW);
    RolloverWorld at = old(source);
    at.certificates().bundle(OLD.certificate(), NEW.certificate(), cross);

    at.renew(NEW_LEAF, cross, NEW.certificate()).told().minutes(5);

    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());
    at.serviceFollows().minutes(40);
    // The chain may end at the old root as long as the cross-certificate is presented.
    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());
    assertThat(at.puts()).isEqualTo(2);
    at.assertRest();
  }

  /** (e) */
  @Test
  void theServiceFollowsHoursLaterAndNobodyWaits() {
    RolloverWorld at = old(CHAIN);
    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(7 * 60);

    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());
    assertThat(at.open()).isPresent();
    assertThat(at.puts()).isEqualTo(2);
    at.serviceFollows().minutes(40);

    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
    assertThat(at.alarms()).isEmpty();
    at.assertRest();
  }

  /** (f) */
  @Test
  void theGatewayFollowsAtOnceAndNotAfterFourHours() {
    RolloverWorld at = old(TrustPolicy.DEFAULT);
    Certificate leaf = OLD.leaf(HOST);

    at.renew(leaf, OLD.certificate()).told().minutes(1);

    assertThat(at.certificates().served(HOST)).isEqualTo(leaf);
  }

  /** (h) */
  @Test
  void fromAPrivateToAPublicAuthorityNoRootIsLeftInTheEnd() {
    RolloverWorld at = old(TrustPolicy.DEFAULT);

    at.renew(PUBLIC_LEAF, PUBLIC.certificate()).told().minutes(5);

    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), PUBLIC.certificate());
    at.serviceFollows().minutes(40);
    assertThat(at.listed()).isEmpty();
    assertThat(at.puts()).isEqualTo(3);
    at.assertRest();
  }

  /** (i) */
  @Test
  void fromAPublicToAPrivateAuthorityAllRootsAreListedBeforeTheServiceSwitches() {
    RolloverWorld at = serving(CHAIN, PUBLIC_LEAF, PUBLIC.certificate());
    assertThat(at.listed()).isEmpty();

    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(5);

    assertThat(at.listed()).containsExactlyInAnyOrder(PUBLIC.certificate(), NEW.certificate());
    at.serviceFollows().minutes(40);
    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
    at.assertRest();
  }

  /** (j) The listener has its certificate from the vault; the service's is Azure's. */
  @Test
  void aManagedCertificateIsNeverPinnedAndItsListenerFollowsTheVault() {
    RolloverWorld at = new RolloverWorld();
    at.certificates().knows(PUBLIC.certificate());
    at.world().azure().service().addManaged(HOST);
    at.certificates().renew(HOST, OLD_LEAF, OLD.certificate());
    at.certificates().servicePresents(HOST, PUBLIC_LEAF);
    at.world()
        .certificates(
            Map.of(new HostName(HOST), "https://kv-edge.vault.azure.net/secrets/api-contoso-com"))
        .converge();
    assertThat(at.listed()).isEmpty();
    Certificate leaf = NEW.leaf(HOST);

    at.renew(leaf, NEW.certificate()).told().minutes(2);

    assertThat(at.certificates().served(HOST)).isEqualTo(leaf);
    at.minutes(40);
    assertThat(at.listed()).isEmpty();
    assertThat(at.puts()).isEqualTo(2);
    at.assertRest();
    assertThat(at.warnings()).isEmpty();
  }

  @Test
  void whoeverNoticesItFirstTheSameFollows() {
    RolloverWorld at = old(CHAIN);

    at.renew(NEW_LEAF, NEW.certificate()).minutes(60);
    assertThat(at.puts()).isEqualTo(1);
    at.timer().minutes(5);

    assertThat(at.listed()).containsExactlyInAnyOrder(OLD.certificate(), NEW.certificate());
    assertThat(at.certificates().served(HOST)).isEqualTo(NEW_LEAF);
    at.serviceFollows().minutes(40);
    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
  }

  /** A look meets one instance of the service; another may present the old certificate still. */
  @Test
  void theOldRootLeavesOnlyWhenTheNewCertificateWasSeenForTwoMinutes() {
    RolloverWorld at = old(CHAIN);
    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(5);
    Duration untilNextLook =
        Duration.between(at.world().time().instant(), at.open().orElseThrow().nextLook());

    at.serviceFollows();
    at.world().run(untilNextLook.plusSeconds(5));
    assertThat(at.listed()).hasSize(2);
    at.certificates().servicePresents(HOST, OLD_LEAF, OLD.certificate());
    at.minutes(1);
    at.serviceFollows().minutes(1);

    assertThat(at.listed()).hasSize(2);
    at.minutes(4);
    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
  }

  @Test
  void severalHostNamesOfOneRootCostNoMoreWrites() {
    RolloverWorld at = new RolloverWorld();
    for (String host : new String[] {"a.contoso.com", "b.contoso.com", "c.contoso.com"}) {
      at.world().azure().service().add(host);
      at.certificates().renew(host, OLD.leaf(host), OLD.certificate());
      at.certificates().serviceFollows(host);
    }
    at.world().trust(CHAIN).converge();
    for (String host : new String[] {"a.contoso.com", "b.contoso.com", "c.contoso.com"}) {
      at.certificates().renew(host, NEW.leaf(host), NEW.certificate());
    }

    at.told().minutes(10);
    assertThat(at.listed()).hasSize(2);
    for (String host : new String[] {"a.contoso.com", "b.contoso.com", "c.contoso.com"}) {
      at.certificates().serviceFollows(host);
      at.minutes(50);
    }

    assertThat(at.listed()).containsExactly(NEW.certificate());
    assertThat(at.puts()).isEqualTo(3);
    at.assertRest();
  }

  @Test
  void aFinishedRenewalCausesNoRunOfItsOwn() {
    RolloverWorld at = old(CHAIN);
    at.renew(NEW_LEAF, NEW.certificate()).told().minutes(5);
    at.serviceFollows().minutes(60);
    int runs = at.world().log().size();

    at.minutes(24 * 60);

    assertThat(at.world().log()).hasSize(runs);
    at.assertRest();
  }

  /** The vault of the listener is not the service's: what it holds says nothing of the service. */
  @Test
  void anUploadInTheServiceIsTrustedByWhatItPresentsAlone() {
    RolloverWorld at = new RolloverWorld();
    at.world().azure().service().addUpload(HOST);
    at.certificates().renew(HOST, PUBLIC_LEAF);
    at.certificates().servicePresents(HOST, OLD_LEAF, OLD.certificate());
    at.world()
        .certificates(
            Map.of(new HostName(HOST), "https://kv-edge.vault.azure.net/secrets/api-contoso-com"))
        .converge();
    assertThat(at.listed()).containsExactly(OLD.certificate());
    assertThat(at.certificates().served(HOST)).isEqualTo(PUBLIC_LEAF);

    at.renew(PUBLIC.leaf(HOST)).told().minutes(40);

    assertThat(at.listed()).containsExactly(OLD.certificate());
    assertThat(at.nudges()).isEqualTo(1);
    at.assertRest();
  }

  private static RolloverWorld old(TrustPolicy trust) {
    return serving(trust, OLD_LEAF, OLD.certificate());
  }
}
