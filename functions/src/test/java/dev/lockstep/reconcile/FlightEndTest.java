package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.Mode;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a change does not depend on whether it might be written again. */
class FlightEndTest {
  private static final ObjectNode DENIED = Errors.body("agw.put.keyVaultDenied.asyncOperation.200");

  private final World world = new World();

  @BeforeEach
  void aHostNameIsWanted() {
    world.azure().service().add("api.contoso.com");
    world.azure().gateway().dropsOnFailure(true);
  }

  private void sendConfirmed() {
    world.mode(Mode.PLAN);
    world
        .reconciler()
        .apply(World.TARGET, world.reconciler().planNow(World.TARGET).hash(), "operator");
  }

  @Test
  void aConfirmedChangeThatTookEffectIsSeenToHaveDoneSo() {
    sendConfirmed();

    world.run(Duration.ofMinutes(10));

    assertThat(flight().landed()).hasSize(1);
    assertThat(journals()).anyMatch(text -> text.contains("took effect"));
  }

  @Test
  void aConfirmedChangeThatAColleagueSupersededIsMadeAgain() {
    ObjectNode before = world.azure().gateway().document();
    sendConfirmed();
    world.time().advance(Duration.ofSeconds(5));
    world.azure().gateway().editSlowly(now -> before.deepCopy());

    world.run(Duration.ofMinutes(10));

    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(flight().landed()).hasSize(1);
    assertThat(journals().stream().filter(text -> text.contains("took effect"))).hasSize(1);
    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
  }

  @Test
  void aGatewayThatAColleagueLeftFailedOnTopOfOurChangeIsRepaired() {
    world.azure().gateway().dropsOnFailure(false);
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    world.time().advance(Duration.ofSeconds(5));
    world.azure().gateway().failNext(DENIED);
    world.azure().gateway().editSlowly(now -> now);

    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().document().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
  }

  @Test
  void aConfirmedChangeThatTheServiceRefusedFailsWithItsRemedy() {
    world.azure().gateway().failNext(DENIED);
    sendConfirmed();

    world.run(Duration.ofMinutes(10));

    assertThat(flight().landed()).isEmpty();
    assertThat(flight().refused()).isPresent();
    assertThat(journals())
        .noneMatch(text -> text.contains("took effect"))
        .anyMatch(text -> text.contains("Key Vault Secrets User"));
  }

  @Test
  void aChangeThatTheServiceRefusedInAFreezeFailsWithItsRemedy() {
    world.azure().gateway().failNext(DENIED);
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    ZonedDateTime now = world.time().instant().atZone(ZoneOffset.UTC);
    world.frozen(
        new FreezeWindow(
            "0 " + now.getMinute() + " " + now.getHour() + " * * *",
            Duration.ofHours(2),
            ZoneOffset.UTC));

    world.run(Duration.ofMinutes(20));

    assertThat(flight().landed()).isEmpty();
    assertThat(flight().refused()).isPresent();
    assertThat(journals())
        .noneMatch(text -> text.contains("took effect"))
        .anyMatch(text -> text.contains("Key Vault Secrets User"));
  }

  private Flight flight() {
    return world.remembered().flight();
  }

  private List<String> journals() {
    return world.journal().list(World.TARGET + "/", 1000).stream()
        .map(name -> world.journal().read(name).orElseThrow().content())
        .toList();
  }
}
