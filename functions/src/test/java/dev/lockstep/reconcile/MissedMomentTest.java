package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A moment that passes while a run is under way is not missed (design 5.1). No drift check helps.
 */
class MissedMomentTest {
  private final World world = new World();

  @Test
  void aRemovalThatComesDueIsCarriedOut() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("old.contoso.com");
    world.converge().azure().service().remove("old.contoso.com");
    world.signal(Cause.Kind.DRIFT_CHECK).deliver();

    // The minute of removeAfter passes between the beginning and the end of this run.
    world.run(Duration.ofSeconds(58));
    aPersonLooksForFiveSeconds();

    world.run(Duration.ofMinutes(10));
    assertThat(gateway()).contains("api.contoso.com").doesNotContain("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isEmpty();
  }

  @Test
  void theChangesThatWaitedForAThawAreMade() {
    world.neighbour(Mode.APPLY);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");
    world.converge();
    world.azure().service().add("late.contoso.com");
    world.azure().answerAlways(isReadOf(FakeAzure.NEIGHBOUR), notFound());
    Instant end = world.time().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(300);
    frozenUntil(end, Duration.ofHours(1));
    world.signal(Cause.Kind.DRIFT_CHECK).deliver();
    assertThat(gateway()).doesNotContain("late.contoso.com");

    world.run(Duration.between(world.time().instant(), end.minusSeconds(2)));
    aPersonLooksForFiveSeconds();

    world.run(Duration.ofMinutes(10));
    assertThat(gateway()).contains("late.contoso.com", "other.contoso.com");
  }

  /** A run that begins now, and whose reads take a second each. */
  private void aPersonLooksForFiveSeconds() {
    world.restart(
        world.process(
            Fuse.never(),
            call -> {
              if (call.equals("arm GET")) {
                world.time().advance(Duration.ofSeconds(1));
              }
            }));
    assertThat(world.signal(Cause.Kind.RESYNC).deliver()).isPresent();
    world.restart(Fuse.never());
  }

  private void frozenUntil(Instant end, Duration before) {
    ZonedDateTime begin = end.minus(before).atZone(ZoneOffset.UTC);
    String cron = begin.getSecond() + " " + begin.getMinute() + " " + begin.getHour() + " * * *";
    world.frozen(new FreezeWindow(cron, before, ZoneOffset.UTC));
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }

  private static Predicate<ArmRequest> isReadOf(ResourceId what) {
    return request -> request.method() == Method.GET && request.path().startsWith(what.value());
  }

  private static Answered notFound() {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", "ResourceNotFound").put("message", "A message.");
    return new Answered(404, Map.of(), body);
  }
}
