package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Plan;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.ArmRequest.Method;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves, and above all what must not (design 5.7; the order of 5.3). */
class RemovalTest {
  private final World world = new World();

  @BeforeEach
  void twoHostNamesArePublished() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("old.contoso.com");
    world.converge();
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aHostNameLeavesAfterTwoLooksAndItsRecordOneTimeToLiveLater() {
    world.azure().service().remove("old.contoso.com");

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(55));
    assertThat(world.azure().gateway().puts()).hasSize(1);

    world.run(Duration.ofMinutes(1));
    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(gateway()).doesNotContain("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isPresent();

    world.run(Duration.ofMinutes(4));
    assertThat(world.azure().zone().addresses("old")).isPresent();
    world.run(Duration.ofMinutes(1));
    assertThat(world.azure().zone().addresses("old")).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void aHostNameThatComesBackInTimeKeepsItsRecord() {
    world.azure().service().remove("old.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(3));
    assertThat(gateway()).doesNotContain("old.contoso.com");

    world.azure().service().add("old.contoso.com");
    world.converge();

    assertThat(gateway()).contains("old.contoso.com");
    assertThat(world.azure().zone().writes()).doesNotContain("DELETE old");
  }

  @ParameterizedTest
  @MethodSource("badReads")
  void noReadThatFailsRemovesAnything(ResourceId what, ArmAnswer answer) {
    world.azure().answerAlways(isReadOf(what), answer);

    world.converge();
    for (int i = 0; i < 4; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().zone().writes()).containsExactly("PUT api", "PUT old");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isNotEqualTo("Converged");
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> badReads() {
    List<ArmAnswer> answers =
        List.of(
            new NoAnswer(true, "timed out"),
            Errors.answer("dns.parentNotFound.404"),
            Errors.answer("agw.put.authorizationFailed.403"),
            Errors.answer("arm.throttled.429"),
            new Answered(500, Map.of(), JsonNodeFactory.instance.missingNode()),
            new Answered(200, Map.of(), JsonNodeFactory.instance.missingNode()),
            new Answered(200, Map.of(), JsonNodeFactory.instance.objectNode()));
    return Stream.of(FakeAzure.GATEWAY, FakeAzure.SERVICE, FakeAzure.ZONE)
        .flatMap(
            what ->
                answers.stream().map(a -> org.junit.jupiter.params.provider.Arguments.of(what, a)));
  }

  @Test
  void aZoneWhoseLaterPageFailsChangesNothing() {
    world.azure().answerAlways(r -> r.path().contains("skip="), new NoAnswer(true, "timed out"));
    world.azure().service().add("new.contoso.com");

    world.converge();

    assertThat(world.azure().zone().writes()).containsExactly("PUT api", "PUT old");
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aServiceThatListsNothingAnyMoreIsBlockedUntilAPersonConfirms() {
    world.azure().service().remove("api.contoso.com");
    world.azure().service().remove("old.contoso.com");

    world.converge();
    assertThat(world.azure().gateway().puts()).hasSize(1);
    Plan plan = world.reconciler().planNow(World.TARGET);
    assertThat(plan.blocked()).isNotEmpty();
    String remedy = plan.blocked().get(0).remedy();
    String hash = remedy.substring(remedy.lastIndexOf('=') + 1);

    world.reconciler().apply(World.TARGET, new dev.lockstep.plan.PlanHash(hash), "operator");
    world.run(Duration.ofMinutes(30));

    assertThat(gateway()).doesNotContain("contoso.com");
    assertThat(world.azure().zone().addresses("api")).isEmpty();
    assertThat(world.azure().zone().addresses("old")).isEmpty();
    assertThat(world.remembered().holdings().removing()).isEmpty();
  }

  private static Predicate<ArmRequest> isReadOf(ResourceId id) {
    return request -> request.method() == Method.GET && request.path().startsWith(id.value());
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }
}
