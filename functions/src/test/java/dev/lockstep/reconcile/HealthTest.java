package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backend health is read after a change and on an alert, without waiting for it. */
class HealthTest {
  private final World world = new World();

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void healthIsReadOnceAfterAChangeTookEffect() {
    world.converge();

    assertThat(posts()).isEqualTo(1);
    assertThat(world.journal().list("", 100))
        .anyMatch(name -> content(name).contains("\"health\":\"Healthy\""));
    assertThat(world.remembered().agenda().health()).isEmpty();
  }

  @Test
  void anAlertJournalsWhatTheProbeLogSaysOfOurEndpoints() {
    world.converge();
    world.azure().sick("api");

    world.signal(Cause.Kind.ALERT).run(Duration.ofMinutes(5));

    assertThat(world.lastJournal())
        .contains("\"host\":\"api.contoso.com\"", "\"health\":\"Unhealthy\"")
        .contains("\"probeLog\":\"Received invalid status code: 404\"", "\"unhealthy\":1")
        .doesNotContain("fabrikam");
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void anAlertThatComesWhileAChangeIsInFlightIsServedThoughTheChangeFails() {
    world.converge();
    long before = posts();
    world.azure().service().add("new.contoso.com");
    world.azure().gateway().dropsOnFailure(true);
    world.azure().gateway().failNext(Errors.operationFailed("SomeRefusal"));
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(1));
    assertThat(world.remembered().flight().inFlight()).isPresent();
    world.azure().sick("api");

    world.signal(Cause.Kind.ALERT).signal(Cause.Kind.ALERT).run(Duration.ofHours(1));

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    assertThat(posts() - before).isEqualTo(1);
    assertThat(world.journal().list("", 100))
        .anyMatch(name -> content(name).contains("\"why\":\"an alert was fired\""));
  }

  @Test
  void healthThatMayNotBeReadIsNotedAndFailsNothing() {
    world
        .azure()
        .answerAlways(HealthTest::isHealth, Errors.answer("agw.put.authorizationFailed.403"));

    world.converge();

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.journal().list("", 100))
        .anyMatch(name -> content(name).contains("backend health was not given"));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void healthThatNeverComesIsGivenUp() {
    world.azure().answerAlways(HealthTest::isHealth, Errors.answer("agw.put.locked.429"));

    world.converge();

    assertThat(world.remembered().agenda().health()).isEmpty();
    assertThat(world.signals().messages()).isEmpty();
  }

  private static boolean isHealth(ArmRequest request) {
    return request.method() == Method.POST;
  }

  private long posts() {
    return world.azure().requests().stream().filter(r -> r.startsWith("POST")).count();
  }

  private String content(String name) {
    return world.journal().read(name).orElseThrow().content();
  }
}
