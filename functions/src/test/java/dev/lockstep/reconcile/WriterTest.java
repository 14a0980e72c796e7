package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer protocol (design 5.3) against other writers and against a service that says no. */
class WriterTest {
  private final World world = new World();

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void aGatewayWhoseLastChangeWasCanceledIsWritten() {
    world.azure().gateway().cancel();
    world.azure().service().add("api.contoso.com");

    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().gateway().document().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void aChangeBetweenObservationAndPutIsKept() {
    world.azure().beforeGatewayGet(2, () -> world.azure().gateway().edit(WriterTest::tagged));

    world.converge();

    assertPublished(1);
    assertColleagueKept();
  }

  @Test
  void aChangeInTheLastMomentIsKeptWhereIfMatchIsHonoured() {
    world.azure().beforeGatewayPut(() -> world.azure().gateway().edit(WriterTest::tagged));

    world.converge();

    assertPublished(1);
    assertColleagueKept();
  }

  @Test
  void aGatewayThatIsUpdatingIsNotWritten() {
    world.azure().gateway().takes(Duration.ofMinutes(4));
    world.azure().gateway().editSlowly(WriterTest::tagged);
    world.azure().gateway().takes(Duration.ofSeconds(20));

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(3));
    assertThat(world.azure().gateway().puts()).isEmpty();

    world.run(Duration.ofMinutes(20));
    assertPublished(1);
    assertColleagueKept();
  }

  @Test
  void aRefusalForAnotherOperationIsPlannedAgainAndNeverSentAgain() {
    world.azure().gateway().supersedes(false);
    world.azure().gateway().honoursIfMatch(false);
    world.azure().beforeGatewayPut(() -> world.azure().gateway().editSlowly(WriterTest::tagged));

    world.converge();

    assertPublished(1);
    assertColleagueKept();
  }

  @Test
  void aChangeThatWasSupersededIsMadeAgainOnTopOfTheOther() {
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    ObjectNode other = withoutOurs();
    world.azure().gateway().editSlowly(ours -> tagged(other));

    world.run(Duration.ofMinutes(20));

    assertPublished(2);
    assertColleagueKept();
  }

  @Test
  void anAnswerThatIsLostIsFoundOutAndNotSentAgain() {
    world.azure().loseAnswerOnce(WriterTest::isGatewayPut);

    world.converge();

    assertPublished(1);
  }

  @Test
  void aRequestThatNeverLeftIsMadeLater() {
    world.azure().answerOnce(WriterTest::isGatewayPut, new NoAnswer(false, "connection refused"));

    world.converge();

    assertPublished(1);
  }

  @Test
  void throttlingIsWaitedOutAsTold() {
    world.azure().answerOnce(WriterTest::isGatewayPut, Errors.answer("arm.throttled.429"));
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(
            outcome ->
                assertThat(((Outcome.Waiting) outcome).next()).isEqualTo(Duration.ofSeconds(6)));
    world.run(Duration.ofMinutes(20));
    assertPublished(1);
  }

  @Test
  void aMissingRightNamesTheCommandAndTheNextSignalTriesAgain() {
    world
        .azure()
        .answerAlways(
            WriterTest::isGatewayPut, Errors.answer("agw.put.linkedAuthorizationFailed.403"));
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(
            outcome ->
                assertThat(((Outcome.Failed) outcome).remedy())
                    .contains("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")
                    .contains("az role assignment create --assignee-object-id 44444444"));
    assertThat(world.signals().messages()).isEmpty();

    world.azure().heal();
    world.converge();
    assertPublished(1);
  }

  @Test
  void aDocumentThatWasRefusedIsNotSentAgainUntilAPersonSaysSo() {
    world.azure().gateway().failNext(Errors.body("agw.put.keyVaultDenied.asyncOperation.200"));
    world.azure().gateway().dropsOnFailure(true);
    world.converge();
    for (int i = 0; i < 8; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    assertThat(world.lastJournal()).contains("Key Vault Secrets User");

    world
        .reconciler()
        .apply(World.TARGET, world.reconciler().planNow(World.TARGET).hash(), "operator");
    world.run(Duration.ofMinutes(20));
    assertPublished(2);
  }

  @Test
  void aRefusedGatewayChangeDoesNotKeepRecordSetsFromMoving() {
    world.converge();
    world.azure().gateway().failNext(Errors.body("agw.put.keyVaultDenied.asyncOperation.200"));
    world.azure().gateway().dropsOnFailure(true);
    world.azure().service().add("bad.contoso.com");
    world.converge();

    world.azure().service().moveTo("10.0.1.9");
    world.converge();

    assertThat(world.azure().zone().addresses("api")).contains(List.of("10.0.1.9"));
    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
  }

  @Test
  void aFailureThatMayPassIsTriedAFewTimesOnly() {
    world.azure().gateway().dropsOnFailure(true);
    world.azure().gateway().failAlways(Errors.operationFailed("InternalServerError"));

    world.converge();
    for (int i = 0; i < 8; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.azure().gateway().puts()).hasSize(3);
  }

  @Test
  void readsThatLagBehindOurOwnWriteCauseNoSecondPut() {
    world.azure().gateway().lags(Duration.ofSeconds(50));

    world.converge();

    assertPublished(1);
  }

  @Test
  void aColleagueWhoUndoesTheSameChangeAgainAndAgainIsNotFought() {
    for (int i = 0; i < 6; i++) {
      world.signal(Cause.Kind.GATEWAY_CHANGED).run(Duration.ofMinutes(5));
      world.azure().gateway().edit(document -> withoutOurs());
    }

    assertThat(world.azure().gateway().puts()).hasSize(3);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Blocked");
    assertThat(world.lastJournal()).contains("undone each time");
  }

  @Test
  void aStoppedGatewayIsNotStartedByAChange() {
    world.azure().gateway().stop();

    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(outcome -> assertThat(outcome.why()).contains("Stopped"));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @Test
  void storageThatIsTooSlowForAFreshReadPreventsThePut() {
    world.state().beforeRenew(() -> world.time().advance(Duration.ofMillis(1100)));

    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Waiting.class);
    assertThat(world.azure().gateway().puts()).isEmpty();
    world.state().beforeRenew(() -> {});
    world.run(Duration.ofMinutes(20));
    assertPublished(1);
  }

  @Test
  void aWorkerThatWasPausedPastItsLeaseWritesNothing() {
    world.azure().beforeGatewayGet(2, () -> world.time().advance(Duration.ofSeconds(90)));
    world.azure().beforeGatewayGet(2, world::otherWorkerTakesTheTarget);
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(outcome -> assertThat(outcome.why()).contains("lease"));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPutThatArrivesLateFromAPausedWorkerIsPutRight(boolean ifMatchHonoured) {
    world.azure().gateway().honoursIfMatch(ifMatchHonoured);
    Reconciler other = world.process(Fuse.never());
    world
        .azure()
        .beforeGatewayPut(
            () -> {
              world.time().advance(Duration.ofSeconds(95));
              world.azure().service().add("more.contoso.com");
              Outcome outcome =
                  other.run(
                      new Message.Signal(
                          World.TARGET, Cause.of(Cause.Kind.SERVICE_CHANGED, "other")),
                      new MessageMeta(world.time().instant(), 1));
              assertThat(outcome).isInstanceOf(Outcome.Applying.class);
            });

    world.converge();

    assertThat(world.azure().gateway().document().toString())
        .contains("api.contoso.com", "more.contoso.com");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.azure().gateway().puts().size()).isLessThanOrEqualTo(3);
  }

  @Test
  void unknownPropertiesAndForeignElementsGoThroughUnchanged() {
    ObjectNode before = world.azure().gateway().document();

    world.converge();

    ObjectNode after = world.azure().gateway().document();
    assertThat(after.path("properties").path("somethingNew"))
        .isEqualTo(before.path("properties").path("somethingNew"));
    for (String collection : new String[] {"httpListeners", "backendHttpSettingsCollection"}) {
      assertThat(after.path("properties").path(collection).get(0))
          .isEqualTo(before.path("properties").path(collection).get(0));
    }
  }

  private ObjectNode withoutOurs() {
    return new FakeAzure(world.time()).gateway().document();
  }

  private static ObjectNode tagged(ObjectNode document) {
    ((ObjectNode) document.path("tags")).put("touched", "by a colleague");
    return document;
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == Method.PUT && request.path().startsWith(FakeAzure.GATEWAY + "?");
  }

  private void assertPublished(int puts) {
    assertThat(world.azure().gateway().puts()).hasSize(puts);
    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.remembered().flight().inFlight()).isEmpty();
  }

  private void assertColleagueKept() {
    assertThat(world.azure().gateway().document().path("tags").path("touched").asText())
        .isEqualTo("by a colleague");
  }
}
