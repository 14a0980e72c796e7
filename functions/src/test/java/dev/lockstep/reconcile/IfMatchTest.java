package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.state.IfMatch.Support;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first wanted write of a gateway asks whether it honours If-Match. */
class IfMatchTest {
  private static final ArmAnswer STRAY =
      new Answered(412, Map.of(), JsonNodeFactory.instance.objectNode());

  private final World world = new World();

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void aRefusalOfTheWrongTagMeansHonouredAndTheWriteFollowsAtOnce() {
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Applying.class);
    assertThat(gatewayPuts()).isEqualTo(2);
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(support()).isEqualTo(Support.HONOURED);
    assertThat(world.lastJournal()).contains("the gateway honours If-Match");
  }

  @Test
  void aSuccessWithTheWrongTagMeansIgnoredAndWasTheWantedWrite() {
    world.azure().gateway().honoursIfMatch(false);
    world.converge();

    assertThat(gatewayPuts()).isEqualTo(1);
    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
    assertThat(support()).isEqualTo(Support.IGNORED);
  }

  @Test
  void whatWasLearnedIsNotAskedAgain() {
    world.converge();
    world.azure().service().add("more.contoso.com");
    world.converge();

    assertThat(gatewayPuts()).isEqualTo(3);
    assertThat(world.azure().gateway().puts()).hasSize(2);
  }

  @Test
  void anyOtherAnswerTeachesNothing() {
    world.azure().answerOnce(IfMatchTest::isGatewayPut, Errors.answer("agw.put.locked.429"));
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();

    assertThat(support()).isEqualTo(Support.UNKNOWN);
    world.run(Duration.ofMinutes(20));
    assertThat(support()).isEqualTo(Support.HONOURED);
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aQuestionWhoseAnswerWasLostIsFoundOutLikeAnyWrite() {
    world.azure().gateway().honoursIfMatch(false);
    world.azure().loseAnswerOnce(IfMatchTest::isGatewayPut);
    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertThat(support()).isEqualTo(Support.UNKNOWN);
  }

  @Test
  void aGatewayThatRefusesAStaleTagAfterAllIsBelieved() {
    world.azure().gateway().honoursIfMatch(false);
    world.converge();
    world.azure().gateway().honoursIfMatch(true);
    world.azure().service().add("more.contoso.com");
    world.azure().beforeGatewayPut(() -> world.azure().gateway().edit(IfMatchTest::tagged));
    world.converge();

    assertThat(support()).isEqualTo(Support.HONOURED);
    assertThat(world.azure().gateway().document().path("tags").has("touched")).isTrue();
    assertThat(world.azure().gateway().document().toString()).contains("more.contoso.com");
  }

  @Test
  void aStrayRefusalWhereItIsIgnoredMakesTheNextWriteAskAgain() {
    world.azure().gateway().honoursIfMatch(false);
    world.converge();
    world.azure().service().add("more.contoso.com");
    world.azure().answerOnce(IfMatchTest::isGatewayPut, STRAY);
    world.converge();

    assertThat(world.azure().gateway().document().toString()).contains("more.contoso.com");
    assertThat(support()).isEqualTo(Support.IGNORED);
  }

  @Test
  void aProcessThatDiesAfterTheQuestionWasRefusedLosesNothing() {
    Fuse counter = Fuse.never();
    World other = new World().restart(counter).signal(Cause.Kind.SERVICE_CHANGED);
    other.azure().service().add("api.contoso.com");
    other.deliver();
    int question = counter.calls().lastIndexOf("arm PUT") - 4;
    assertThat(counter.calls().subList(0, question + 1)).endsWith("arm PUT");

    world.restart(Fuse.at(question, true)).signal(Cause.Kind.SERVICE_CHANGED);
    world.run(Duration.ofMinutes(15)).signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(support()).isEqualTo(Support.HONOURED);
  }

  private static ObjectNode tagged(ObjectNode document) {
    ((ObjectNode) document.path("tags")).put("touched", "by a colleague");
    return document;
  }

  private Support support() {
    return world.remembered().writing().ifMatch().support();
  }

  private long gatewayPuts() {
    return world.azure().requests().stream()
        .filter(request -> request.startsWith("PUT") && request.contains("applicationGateways"))
        .count();
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }
}
