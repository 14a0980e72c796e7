package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.state.Budget;
import dev.lockstep.reconcile.state.Puts;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps Lockstep from writing too much, and from writing at all. */
class RestraintTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private final World world = new World();

  @Test
  void moreChangesThanTheCeilingWaitForTheHourToPass() {
    for (int i = 0; i < 20; i++) {
      world.azure().service().add("h" + i + ".contoso.com");
      world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(2));
    }

    assertThat(world.azure().gateway().puts()).hasSize(Pace.DEFAULT.putsPerHour());
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Waiting");
    assertThat(world.remembered().lastRun().orElseThrow().why()).contains("12 changes");
    assertThat(world.alarms()).isNotEmpty().allMatch(alarm -> alarm.code().equals("ceiling"));

    world.run(Duration.ofMinutes(40));
    assertThat(world.azure().gateway().document().toString()).contains("h19.contoso.com");
    assertThat(world.azure().gateway().puts()).hasSize(Pace.DEFAULT.putsPerHour() + 1);
  }

  @Test
  void nudgesAndRollbacksAreCountedApart() {
    Puts puts = Puts.NONE;
    for (int i = 0; i < 3; i++) {
      puts = puts.sending(Puts.Kind.NUDGE, NOW.plusSeconds(i));
    }

    assertThat(puts.freeAt(Puts.Kind.NUDGE, 3, NOW.plusSeconds(9)))
        .contains(NOW.plus(Puts.COUNTED));
    assertThat(puts.freeAt(Puts.Kind.NUDGE, 3, NOW.plus(Puts.COUNTED))).isEmpty();
    assertThat(puts.freeAt(Puts.Kind.CHANGE, 1, NOW)).isEmpty();
  }

  @Test
  void aLockIsNamedWithTheCommandThatShowsIt() {
    world.azure().service().add("api.contoso.com");
    world.azure().answerAlways(RestraintTest::isGatewayPut, Errors.answer("scopeLocked.409"));
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("locked");
              assertThat(alarm.remedy())
                  .contains("az lock list --subscription 11111111-1111-1111-1111-111111111111")
                  .contains("--resource-group rg-edge")
                  .contains("az lock delete");
            });
    assertThat(gatewayPuts()).isEqualTo(1);
  }

  @Test
  void aPolicyIsNamedWithItsScopeAndTheCommandThatShowsIt() {
    world.azure().service().add("api.contoso.com");
    world.azure().answerAlways(RestraintTest::isGatewayPut, disallowed());
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("policyDenied");
              assertThat(alarm.remedy())
                  .contains("'Only approved WAF policies' at /subscriptions/s/resourceGroups/rg")
                  .contains("az policy assignment show --name waf-only");
            });
    assertThat(gatewayPuts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"24,200,0,true", "25,10,0,false", "100,9,0,true", "0,0,300,false", "0,0,299,true"})
  void theBudgetIsShortWhileLittleIsLeft(int reads, int writes, long ago, boolean isShort) {
    Budget budget =
        Budget.UNKNOWN.after(OptionalInt.of(reads), OptionalInt.of(writes), NOW.minusSeconds(ago));

    assertThat(budget.isShort(NOW)).isEqualTo(isShort);
    assertThat(Budget.UNKNOWN.isShort(NOW)).isFalse();
  }

  @Test
  void theLeastOfAllBucketsCounts() {
    Answered answer =
        new Answered(
            200,
            Map.of(
                "x-ms-ratelimit-remaining-subscription-reads", "240",
                "x-ms-ratelimit-remaining-subscription-global-reads", "3",
                "x-ms-ratelimit-remaining-subscription-writes", "many"),
            JsonNodeFactory.instance.objectNode());

    assertThat(Thrift.left(answer, "reads")).hasValue(3);
    assertThat(Thrift.left(answer, "writes")).isEmpty();
  }

  @Test
  void whileLittleIsLeftADriftCheckWaitsAndAChangeGoesOn() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    world.azure().readsLeft(5);
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofSeconds(1));
    int requests = world.azure().requests().size();

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofSeconds(1));
    assertThat(world.azure().requests()).hasSize(requests);
    assertThat(world.remembered().lastRun().orElseThrow().why()).contains("kept for writes");

    world.azure().service().add("more.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(5));
    assertThat(world.azure().gateway().document().toString()).contains("more.contoso.com");
  }

  private static Answered disallowed() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("code", "RequestDisallowedByPolicy")
        .put(
            "message",
            "Resource 'agw-edge' was disallowed by policy. Policy identifiers:"
                + " '[{\"policyAssignment\":{\"name\":\"Only approved WAF policies\","
                + "\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Authorization"
                + "/policyAssignments/waf-only\"}}]'.");
    return new Answered(403, Map.of(), body);
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }

  private long gatewayPuts() {
    return world.azure().requests().stream()
        .filter(request -> request.startsWith("PUT") && request.contains("applicationGateways"))
        .count();
  }
}
