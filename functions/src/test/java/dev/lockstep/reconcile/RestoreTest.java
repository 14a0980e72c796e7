package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that our document left Failed gets the owned part of the snapshot back (5.6). */
class RestoreTest {
  private static final ObjectNode DENIED = Errors.body("agw.put.keyVaultDenied.asyncOperation.200");

  private final World world = new World();

  @BeforeEach
  void aHostNameIsServed() {
    world.azure().service().add("api.contoso.com");
    world.converge();
  }

  @Test
  void whatWasThereBeforeIsBackAndTheRefusedIsNotTriedAgain() {
    ObjectNode before = world.azure().gateway().document();
    world.azure().gateway().failNext(DENIED);
    world.azure().service().add("bad.contoso.com");

    world.converge();
    for (int i = 0; i < 8; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(puts()).isEqualTo(3);
    assertThat(properties()).isEqualTo(before.path("properties"));
    assertThat(world.outcomes()).anyMatch(Outcome.RolledBack.class::isInstance);
    assertThat(lastOutcome()).isEqualTo("Failed");
    assertThat(world.lastJournal()).contains("Key Vault Secrets User");
  }

  @Test
  void anElementThatTheChangeTookAwayIsBack() {
    world.azure().service().add("old.contoso.com");
    world.converge();
    world.azure().service().remove("old.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(50));
    world.azure().gateway().failNext(DENIED);

    world.run(Duration.ofMinutes(30));

    assertThat(properties().path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(properties().toString()).contains("old.contoso.com");
    assertThat(world.remembered().holdings().owned().elements().keySet())
        .anyMatch(key -> key.name().contains("old.contoso.com"));
  }

  @Test
  void foreignBytesAreAsTheyAreNow() {
    world.azure().gateway().failNext(DENIED);
    world.azure().service().add("bad.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    world.time().advance(Duration.ofMinutes(1));
    world.azure().gateway().editFailed(RestoreTest::tagged);

    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().document().path("tags").path("touched").asText())
        .isEqualTo("by a colleague");
    assertThat(properties().toString()).doesNotContain("bad.contoso.com");
    assertThat(properties().path("provisioningState").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aGatewayThatWasFailedBeforeUsIsAFindingAndNoGuess() {
    world.azure().gateway().fail();
    world.azure().gateway().failNext(DENIED);
    world.azure().service().add("bad.contoso.com");

    world.converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(lastOutcome()).isEqualTo("Failed");
    assertThat(journals()).contains("nothing good is remembered from before the change");
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aFailureThatMayPassOfAGatewayThatWasFailedBeforeUsIsRepairedByTheDocumentAsItIs() {
    world.azure().gateway().fail();
    world.azure().gateway().failNext(Errors.operationFailed("InternalServerError"));
    world.azure().service().add("new.contoso.com");

    world.converge();

    assertThat(puts()).isEqualTo(3);
    assertThat(properties().path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(properties().toString()).contains("new.contoso.com");
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aForeignElementThatUsesWhatTheChangeMadeIsAFindingAndNoGuess() {
    world.azure().gateway().failNext(DENIED);
    world.azure().service().add("bad.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    world.time().advance(Duration.ofMinutes(1));
    world.azure().gateway().editFailed(RestoreTest::pointTheirRuleToOurPool);

    world.run(Duration.ofMinutes(30));

    assertThat(puts()).isEqualTo(2);
    assertThat(journals()).contains("could not be put back: nothing in the new document is named");
    assertThat(lastOutcome()).isEqualTo("Failed");
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void aRestoreThatIsRefusedTooIsGivenUp() {
    world.azure().gateway().failAlways(DENIED);
    world.azure().service().add("bad.contoso.com");

    world.converge();
    for (int i = 0; i < 8; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(puts()).isEqualTo(3);
    assertThat(lastOutcome()).isEqualTo("Failed");
    assertThat(journals()).contains("could not be put back");
  }

  @Test
  void whatCameDuringARestoreThatFailedIsPublishedOnceAColleagueHasRepairedTheGateway() {
    world.azure().gateway().failNext(DENIED);
    world.azure().service().add("bad.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    world.azure().gateway().failNext(DENIED);
    while (puts() < 3) {
      world.run(Duration.ofSeconds(5));
    }
    world.azure().service().remove("bad.contoso.com");
    world.azure().service().add("good.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    world.time().advance(Duration.ofSeconds(30));
    world.azure().gateway().edit(RestoreTest::tagged);

    world.run(Duration.ofMinutes(30));

    assertThat(properties().path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(properties().toString()).contains("good.contoso.com");
    assertThat(world.azure().gateway().document().path("tags").path("touched").asText())
        .isEqualTo("by a colleague");
  }

  @Test
  void theSnapshotIsKeptWithTheIntentAndHoldsOwnedElementsOnly() {
    world.azure().service().moveTo("10.0.1.9");
    world.azure().service().add("more.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();

    var sent = world.remembered().aftercare().sent().orElseThrow();
    assertThat(sent.fingerprint())
        .isEqualTo(world.remembered().flight().inFlight().orElseThrow().fingerprint().name());
    assertThat(sent.trial().snapshot().usable()).isTrue();
    assertThat(sent.trial().snapshot().elements().keySet())
        .isNotEmpty()
        .allMatch(key -> key.name().startsWith("ls-"));
    world.run(Duration.ofMinutes(10));
    assertThat(world.remembered().aftercare().sent()).isEmpty();
    assertThat(world.remembered().aftercare().watch()).isEmpty();
  }

  private static ObjectNode tagged(ObjectNode document) {
    ((ObjectNode) document.path("tags")).put("touched", "by a colleague");
    return document;
  }

  private static ObjectNode pointTheirRuleToOurPool(ObjectNode document) {
    JsonNode properties = document.path("properties");
    for (JsonNode pool : properties.path("backendAddressPools")) {
      if (pool.path("name").asText().contains("bad.contoso.com")) {
        ((ObjectNode) properties.at("/requestRoutingRules/0/properties/backendAddressPool"))
            .put("id", pool.path("id").asText());
      }
    }
    return document;
  }

  private JsonNode properties() {
    return world.azure().gateway().document().path("properties");
  }

  private int puts() {
    return world.azure().gateway().puts().size();
  }

  private String lastOutcome() {
    return world.remembered().lastRun().orElseThrow().outcome();
  }

  private String journals() {
    StringBuilder all = new StringBuilder();
    world
        .journal()
        .list("", 1000)
        .forEach(name -> all.append(world.journal().read(name).orElseThrow().content()));
    return all.toString();
  }
}
