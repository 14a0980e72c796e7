package dev.lockstep.reconcile;

import static dev.lockstep.reconcile.RolloverWorld.CHAIN;
import static dev.lockstep.reconcile.RolloverWorld.HOST;
import static dev.lockstep.reconcile.RolloverWorld.NEW;
import static dev.lockstep.reconcile.RolloverWorld.OLD;
import static dev.lockstep.reconcile.RolloverWorld.serving;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Certificate;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.FakeCertificates;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.signal.Cause;
import dev.lockstep.trust.Authority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Renewals while processes die, answers get lost and servers do not answer: a root of what is
 * presented never leaves, and in the end everybody has the newest certificate.
 */
class RenewalChaosTest {
  private static final List<Authority> AUTHORITIES =
      List.of(OLD, NEW, Authority.root("Third Root"));
  private static final String SERVICE = "10.0.1.5";

  private final List<String> history = new ArrayList<>();
  private final RolloverWorld at = serving(CHAIN, OLD.leaf(HOST), OLD.certificate());
  private final FakeCertificates certificates = at.certificates();
  private Certificate presentedRoot = OLD.certificate();
  private Authority newest = OLD;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("lockstep.chaos.seeds", 8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noRootOfWhatIsPresentedEverLeaves(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try {
      live(random);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nhistory: " + history, e);
    }
  }

  private void live(SplittableRandom random) {
    at.world().azure().beforeEachGatewayPut(() -> assertThat(lists(presentedRoot)).isTrue());
    for (int i = 0; i < 12; i++) {
      at.world()
          .restart(
              random.nextInt(3) == 0
                  ? Fuse.at(random.nextInt(60), random.nextBoolean())
                  : Fuse.never());
      happen(random);
      at.world().run(Duration.ofSeconds(random.nextInt(900)));
      assertThat(lists(presentedRoot)).isTrue();
    }
    peace();
  }

  private void happen(SplittableRandom random) {
    switch (random.nextInt(7)) {
      case 0, 1 -> renew(AUTHORITIES.get(random.nextInt(AUTHORITIES.size())));
      case 2, 3 -> follow();
      case 4 -> silent(random.nextBoolean() ? SERVICE : FakeCertificates.GATEWAY, true);
      case 5 -> certificates.vaultAnswers(random.nextBoolean());
      default ->
          at.world()
              .azure()
              .answerOnce(
                  request -> request.method() == Method.PUT, new NoAnswer(true, "timed out"));
    }
    if (random.nextInt(3) > 0) {
      at.world()
          .signal(random.nextBoolean() ? Cause.Kind.CERTIFICATE_CHANGED : Cause.Kind.DRIFT_CHECK);
    }
  }

  private void renew(Authority authority) {
    history.add("renewed under " + authority.parsed());
    newest = authority;
    at.renew(authority.leaf(HOST), authority.certificate());
  }

  /** The service switches only to what the gateway trusts: what comes earlier nobody can help. */
  private void follow() {
    if (lists(newest.certificate())) {
      history.add("the service follows");
      at.serviceFollows();
      presentedRoot = newest.certificate();
    }
  }

  private void silent(String address, boolean is) {
    history.add(address + (is ? " is silent" : " answers"));
    certificates.silent(address, is);
  }

  private boolean lists(Certificate root) {
    ObjectNode document = at.world().azure().gateway().document();
    return document
        .path("properties")
        .path("trustedRootCertificates")
        .toString()
        .contains(root.der());
  }

  private void peace() {
    history.add("peace");
    at.world().azure().heal();
    certificates.vaultAnswers(true);
    Map.of(SERVICE, 0, FakeCertificates.GATEWAY, 0).keySet().forEach(a -> silent(a, false));
    at.restart();
    at.timer().minutes(15).timer().minutes(15).timer().minutes(15);
    follow();
    certificates.gatewayFollows();
    for (int i = 0; i < 5; i++) {
      at.timer().minutes(15);
    }

    assertThat(presentedRoot).isEqualTo(newest.certificate());
    assertThat(at.listed()).containsExactly(newest.certificate());
    assertThat(certificates.served(HOST)).isEqualTo(certificates.presented(HOST));
    assertThat((long) at.nudges())
        .isLessThanOrEqualTo(at.world().remembered().aftercare().nudges().count());
    at.assertRest();
  }
}
