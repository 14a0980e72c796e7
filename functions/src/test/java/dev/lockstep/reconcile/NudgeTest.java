package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Mode;
import dev.lockstep.port.Blobs;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that goes by an old answer of DNS is written as it is, rarely (5.9, domain notes). */
class NudgeTest {
  private final World world = new World();
  private int putsWhenTheRecordMoved = Integer.MAX_VALUE;

  @BeforeEach
  void aHostNameIsServed() {
    world.azure().service().add("api.contoso.com");
    world
        .azure()
        .health((pool, document) -> pool.contains("api") && isStale() ? "Unhealthy" : "Healthy");
    world.converge();
  }

  @Test
  void theGatewayIsWrittenAsItIsAndItsBackendIsWellAgain() {
    ObjectNode before = properties();
    move("10.0.1.9");

    world.converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(world.azure().gateway().redundantPuts()).isEqualTo(1);
    assertThat(properties()).isEqualTo(before);
    assertThat(world.remembered().aftercare().nudges().count()).isEqualTo(1);
    assertThat(world.remembered().aftercare().nudges().suspects()).isEmpty();
    assertThat(journals()).anyMatch(text -> text.contains("\"errand\":\"nudge\""));
    assertThat(lastOutcome()).isEqualTo("Converged");
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aBackendThatIsWellIsNoReason() {
    world.azure().health((pool, document) -> "Healthy");
    move("10.0.1.9");

    world.converge();

    assertThat(puts()).isEqualTo(1);
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aBackendThatIsIllWhileItsRecordSetIsTheSameIsNoReason() {
    world.azure().sick("api");

    world.signal(Cause.Kind.ALERT).run(Duration.ofMinutes(5));
    world.signal(Cause.Kind.ALERT).run(Duration.ofMinutes(5));

    assertThat(puts()).isEqualTo(1);
  }

  @Test
  void itIsDoneOnceInSixHoursWhateverHealthSays() {
    world.azure().health((pool, document) -> "Unhealthy");
    for (int i = 0; i < 8; i++) {
      move("10.0.1." + (10 + i));
      world.converge();
    }

    assertThat(puts()).isEqualTo(2);
    world.run(Duration.ofHours(6));
    assertThat(puts()).isEqualTo(2);
    move("10.0.1.99");
    world.converge();
    assertThat(puts()).isEqualTo(3);
  }

  @Test
  void aChangeOfTheGatewayIsOneToo() {
    move("10.0.1.9");
    world.azure().service().add("more.contoso.com");

    world.converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(world.azure().gateway().redundantPuts()).isZero();
  }

  @Test
  void anAlertMuchLaterFindsItOut() {
    move("10.0.1.9");
    world.azure().health((pool, document) -> "Healthy");
    world.converge();
    world
        .azure()
        .health((pool, document) -> pool.contains("api") && isStale() ? "Unhealthy" : "Healthy");

    world.run(Duration.ofHours(3)).signal(Cause.Kind.ALERT).run(Duration.ofMinutes(10));

    assertThat(puts()).isEqualTo(2);
    assertThat(world.azure().gateway().redundantPuts()).isEqualTo(1);
  }

  @Test
  void aTargetInModePlanIsNotWritten() {
    world.mode(Mode.PLAN);

    wish("the certificate of api.contoso.com was renewed in the vault");

    assertThat(puts()).isEqualTo(1);
    assertThat(journals()).anyMatch(text -> text.contains("nobody has confirmed this target"));
  }

  @Test
  void aWishOfAnotherCauseIsOneIdenticalPut() {
    ObjectNode before = properties();

    wish("the certificate of api.contoso.com was renewed in the vault");

    assertThat(puts()).isEqualTo(2);
    assertThat(properties()).isEqualTo(before);
  }

  /** The service moves; until the gateway is written, it looks for it at the old address. */
  private void move(String address) {
    world.azure().service().moveTo(address);
    putsWhenTheRecordMoved = puts();
  }

  /** A run before this one wanted it. */
  private void wish(String why) {
    TargetState state = world.remembered();
    state = state.with(state.aftercare().with(state.aftercare().nudges().wishing(why)));
    world
        .state()
        .write(
            World.TARGET + ".json",
            StateCodec.encode(state),
            new Blobs.Condition.Always(),
            Optional.empty());
    world.signal(Cause.Kind.CERTIFICATE_CHANGED).run(Duration.ofMinutes(5));
  }

  private boolean isStale() {
    return puts() == putsWhenTheRecordMoved;
  }

  private ObjectNode properties() {
    return (ObjectNode) world.azure().gateway().document().path("properties");
  }

  private int puts() {
    return world.azure().gateway().puts().size();
  }

  private String lastOutcome() {
    return world.remembered().lastRun().orElseThrow().outcome();
  }

  private List<String> journals() {
    return world.journal().list("", 1000).stream()
        .map(name -> world.journal().read(name).orElseThrow().content())
        .toList();
  }
}
