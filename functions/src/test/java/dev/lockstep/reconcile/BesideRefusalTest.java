package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.Mode;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes on while a change of the gateway that was refused is not sent again. */
class BesideRefusalTest {
  private final World world = new World();

  @Test
  void aServiceThatMovesIsWaitedFor() {
    twoBindings();
    world.azure().service().add("bad.contoso.com");
    world.azure().answerAlways(BesideRefusalTest::isPut, refused());
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));
    assertThat(outcome()).isEqualTo("Failed");
    world.azure().heal();
    world.azure().neighbour().add("more.contoso.com");
    world.azure().neighbour().is("Updating");

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(1));
    assertThat(gateway()).doesNotContain("more.contoso.com");
    world.azure().neighbour().is("Succeeded");

    world.run(Duration.ofMinutes(6));
    assertThat(gateway()).contains("more.contoso.com");
  }

  @Test
  void theRefusalItselfIsNoReasonToLookAgain() {
    twoBindings();
    world.azure().service().add("bad.contoso.com");
    world.azure().answerAlways(BesideRefusalTest::isPut, refused());
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));
    int looks = world.log().size();

    world.run(Duration.ofHours(24));

    assertThat(world.log()).hasSize(looks);
    assertThat(world.remembered().agenda().wake()).isEmpty();
  }

  @Test
  void theRecordSetOfAHostNameThatHasLeftGoesWhenItIsDue() {
    twoBindings();
    world.azure().service().add("old.contoso.com");
    world.converge().azure().service().remove("old.contoso.com");
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(3));
    assertThat(gateway()).doesNotContain("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isPresent();

    world.azure().service().add("bad.contoso.com");
    world.azure().answerAlways(BesideRefusalTest::isPut, refused());
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(outcome()).isEqualTo("Failed");
    assertThat(world.azure().zone().addresses("old")).isEmpty();
    assertThat(world.azure().zone().addresses("api")).isPresent();
    assertThat(world.remembered().agenda().deletions()).isEmpty();
  }

  @Test
  void theRecordSetOfAHostNameThatCannotLeaveStays() {
    twoBindings();
    world.azure().service().add("old.contoso.com");
    world.converge().azure().service().remove("old.contoso.com");
    world.azure().answerAlways(BesideRefusalTest::isPut, refused());

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(outcome()).isEqualTo("Failed");
    assertThat(gateway()).contains("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isPresent();
  }

  private void twoBindings() {
    world.neighbour(Mode.APPLY);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");
    world.converge();
    assertThat(gateway()).contains("api.contoso.com", "other.contoso.com");
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }

  private String outcome() {
    return world.remembered().lastRun().orElseThrow().outcome();
  }

  private static boolean isPut(ArmRequest request) {
    return request.method() == Method.PUT && request.path().contains("applicationGateways");
  }

  private static Answered refused() {
    return answer(400, "InvalidRequestFormat");
  }

  private static Answered answer(int status, String code) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", "A message.");
    return new Answered(status, Map.of(), body);
  }
}
