package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.Mode;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An event may come ten minutes before its effect can be read. Whatever becomes of its run, and
 * whichever look answers it, the effect is found without a drift check.
 */
class EchoTest {
  private final World world = new World();

  @BeforeEach
  void oneHostNameIsPublished() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    assertThat(gateway()).contains("api.contoso.com");
  }

  @Test
  void theRunOfTheEventIsThrottled() {
    world.azure().answerOnce(EchoTest::isReadOfTheService, throttled());
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    world.run(Duration.ofSeconds(20));

    theEffectComesAndIsFound();
  }

  @Test
  void aLookAfterTheEventIsThrottled() {
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    world.azure().answerOnce(EchoTest::isReadOfTheService, throttled());
    world.run(Duration.ofSeconds(50));

    theEffectComesAndIsFound();
  }

  @Test
  void anotherBindingIsFrozenAndHasAChangeThatWaits() {
    world.neighbour(Mode.APPLY);
    world.azure().neighbour().add("other.contoso.com");
    world.converge();
    ZonedDateTime begin = world.time().instant().atZone(ZoneOffset.UTC);
    String cron = "0 " + begin.getMinute() + " " + begin.getHour() + " * * *";
    world.frozen(new FreezeWindow(cron, Duration.ofHours(20), ZoneOffset.UTC));
    world.azure().service().add("late.contoso.com");
    world.converge();

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(20));
    world.azure().neighbour().add("more.contoso.com");

    world.run(Duration.ofMinutes(12));
    assertThat(gateway()).contains("more.contoso.com").doesNotContain("late.contoso.com");
  }

  @Test
  void anotherChangeWasRefused() {
    world.azure().service().add("bad.contoso.com");
    world.azure().answerAlways(EchoTest::isPut, answer(400, Map.of(), "InvalidRequestFormat"));
    world.converge();
    world.azure().heal();

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(20));

    theEffectComesAndIsFound();
  }

  @Test
  void theLookThatAnswersTheEventIsADriftCheck() {
    world.signal(Cause.Kind.RESYNC).run(Duration.ofSeconds(1));
    world.signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    world.run(Duration.ofSeconds(6));
    world.signal(Cause.Kind.DRIFT_CHECK);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Converged.class);
    world.run(Duration.ofSeconds(10));

    theEffectComesAndIsFound();
  }

  @Test
  void theLookThatAnswersTheEventIsOneAfterAnEarlierEvent() {
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    world.run(Duration.ofMinutes(9).plusSeconds(53));
    // It has waited in the queue for a while when it is handed out.
    Message late = new Message.Signal(World.TARGET, Cause.of(Cause.Kind.SERVICE_CHANGED, "test"));
    world.signals().send(late, Duration.ofSeconds(15));
    world.run(Duration.ofSeconds(20));

    theEffectComesAndIsFound();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 300})
  void aChangeWasInFlight(int seconds) {
    world.azure().service().add("portal.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(1));
    assertThat(world.remembered().flight().inFlight()).isPresent();
    world.signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    world.run(Duration.ofSeconds(seconds));

    theEffectComesAndIsFound();
  }

  @Test
  void nothingIsLookedAtForEver() {
    world.azure().service().add("portal.contoso.com");
    for (int i = 0; i < 20; i++) {
      world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(3));
    }
    world.run(Duration.ofMinutes(15));
    int looks = world.log().size();

    world.run(Duration.ofHours(24));

    assertThat(world.log()).hasSize(looks);
    assertThat(world.remembered().agenda().wake()).isEmpty();
  }

  @Test
  void whatNobodyAllowsIsNotTriedAgainBeforeTheNextSignal() {
    world.azure().service().add("portal.contoso.com");
    world.azure().answerAlways(EchoTest::isPut, Errors.answer("agw.put.authorizationFailed.403"));
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(24));
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    int tried = tries();
    world.run(Duration.ofHours(24));
    assertThat(tries()).isEqualTo(tried);

    world.azure().heal();
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(2));
    assertThat(gateway()).contains("portal.contoso.com");
  }

  private void theEffectComesAndIsFound() {
    world.azure().service().add("new.contoso.com");
    world.run(Duration.ofMinutes(12));
    assertThat(gateway()).contains("new.contoso.com");
  }

  private int tries() {
    return (int)
        world.azure().requests().stream()
            .filter(request -> request.startsWith("PUT") && request.contains("applicationGateways"))
            .count();
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }

  private static boolean isPut(ArmRequest request) {
    return request.method() == Method.PUT && request.path().contains("applicationGateways");
  }

  private static boolean isReadOfTheService(ArmRequest request) {
    return request.method() == Method.GET && request.path().startsWith(FakeAzure.SERVICE.value());
  }

  private static Answered throttled() {
    return answer(429, Map.of("retry-after", "5"), "TooManyRequests");
  }

  private static Answered answer(int status, Map<String, String> headers, String code) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", "A message.");
    return new Answered(status, headers, body);
  }
}
