package dev.lockstep.simulator.fault;

import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.fault.Effect.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FaultReaderTest {
  @Test
  void everyPartOfADescriptionIsTaken() {
    assertThat(
            good(
                "{'on': 'put Microsoft.Network/x', 'do': 'refuse', 'status': 429, 'code': 'C', 'message': 'M', 'retryAfter': 3, 'when': 'after', 'skip': 1, 'next': 2, 'probability': 0.5, 'principal': 'lockstep', 'path': '*/a'}"))
        .isEqualTo(
            new FaultRule(
                new Glob("PUT"),
                new Glob("Microsoft.Network/x"),
                new Glob("lockstep"),
                new Glob("*/a"),
                new Trigger(1, OptionalInt.of(2), OptionalDouble.of(0.5)),
                new Effect.Refuse(
                    429, "C", "M", Optional.of(Duration.ofSeconds(3)), Moment.AFTER)));
  }

  @Test
  void everyEffectHasItsDescription() {
    assertEffect("GET x", "'do': 'reset'", new Effect.Reset(Moment.BEFORE));
    assertEffect("PUT x", "'do': 'slow', 'ms': 5", new Effect.Slow(Duration.ofMillis(5)));
    assertEffect("PUT x", "'do': 'fail', 'code': 'A', 'message': 'B'", new Effect.Fail("A", "B"));
    assertEffect(
        "PUT x",
        "'do': 'write', 'when': 'after', 'patch': {'a': 1}",
        new Effect.Write(Moment.AFTER, Optional.of(json("{'a': 1}"))));
    assertEffect("GET x", "'do': 'stale', 'ms': 60000", new Effect.Stale(Duration.ofMinutes(1)));
    assertEffect("EVENT x", "'do': 'duplicate', 'copies': 3", new Effect.Duplicate(3));
    assertEffect("EVENT x", "'do': 'delay', 'ms': 9", new Effect.Delay(Duration.ofMillis(9)));
    assertEffect("EVENT x", "'do': 'reorder', 'ms': 9", new Effect.Reorder(Duration.ofMillis(9)));
    assertEffect("EVENT x", "'do': 'lose', 'attempts': 2", new Effect.Lose(2));
    assertEffect("QUEUE x", "'do': 'twice'", new Effect.Twice());
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            fields(
                "{'on': 'PUT', 'do': 'refuse', 'status': 200, 'probability': 2, 'next': 0, 'when': 'now', 'copies': 3}"))
        .containsExactlyInAnyOrder("on", "status", "probability", "next", "when", "copies");
    assertThat(fields("{'on': 'PUT x', 'do': 'explode'}")).containsExactly("do");
    assertThat(fields("{'on': 'PUT x', 'do': 'slow'}")).containsExactly("ms");
    assertThat(fields("{'on': 'GET x', 'do': 'stale', 'ms': 60001}")).containsExactly("ms");
    assertThat(fields("{'on': 'GET x', 'do': 'lose'}")).containsExactly("do");
    assertThat(fields("{'on': 'EVENT x', 'do': 'reset'}")).containsExactly("do");
    assertThat(fields("{'on': 'QUEUE x', 'do': 'lose'}")).containsExactly("do");
    assertThat(fields("{}")).containsExactly("on", "do");
  }

  private static void assertEffect(String on, String rest, Effect effect) {
    assertThat(good("{'on': '" + on + "', " + rest + "}").effect()).isEqualTo(effect);
  }

  private static FaultRule good(String description) {
    FaultReader.Result result = FaultReader.read(json(description));
    assertThat(result).isInstanceOf(FaultReader.Result.Good.class);
    return ((FaultReader.Result.Good) result).rule();
  }

  private static List<String> fields(String description) {
    FaultReader.Result result = FaultReader.read(json(description));
    assertThat(result).isInstanceOf(FaultReader.Result.Bad.class);
    List<Problem> problems = ((FaultReader.Result.Bad) result).problems();
    assertThat(problems).allMatch(problem -> problem.remedy().length() > 10);
    return problems.stream().map(Problem::field).toList();
  }
}
