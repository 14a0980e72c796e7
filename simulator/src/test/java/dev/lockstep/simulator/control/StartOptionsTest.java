package dev.lockstep.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.FaultRule;
import dev.lockstep.simulator.fault.Problem;
import dev.lockstep.simulator.fault.Trigger;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Switches;
import dev.lockstep.simulator.world.Throttling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOptionsTest {
  private final StartOptions start = new StartOptions(SimulatorOptions.DEFAULT);

  @Test
  void theNamesAreThoseOfTheControlApi() {
    SimulatorOptions options =
        start
            .latencies(List.of("gateway=5", "retryAfter=0"))
            .switches(List.of("ifMatch=honoured", "readLag=1500"))
            .throttling(List.of("enforced=false", "writes=7"))
            .faults(
                List.of(
                    "on=PUT Microsoft.Network/applicationGateways,do=slow,ms=9,probability=0.5",
                    "{\"on\": \"EVENT *\", \"do\": \"lose\"}"))
            .options();
    assertThat(start.problems()).isEmpty();
    assertThat(options.latencies())
        .isEqualTo(
            Latencies.DEFAULT.withGateway(Duration.ofMillis(5)).withRetryAfter(Duration.ZERO));
    assertThat(options.switches())
        .isEqualTo(Switches.DEFAULT.withIfMatch(Switches.IfMatch.HONOURED));
    assertThat(options.weather().readLag()).isEqualTo(Duration.ofMillis(1500));
    assertThat(options.weather().throttling())
        .isEqualTo(Throttling.COUNTED.withWrites(new Throttling.Bucket(7, 10)));
    assertThat(options.weather().faults())
        .containsExactly(
            FaultRule.of(
                "PUT",
                "Microsoft.Network/applicationGateways",
                Trigger.probability(0.5),
                new Effect.Slow(Duration.ofMillis(9))),
            FaultRule.of("EVENT", "*", Trigger.ALWAYS, new Effect.Lose(1)));
  }

  @Test
  void everyProblemIsToldAtOnceWithItsRemedy() {
    start
        .latencies(List.of("gatway=5", "apim=-1", "health"))
        .switches(List.of("ifMatch=maybe", "readLag=99999"))
        .throttling(List.of("reads=0"))
        .faults(List.of("do=reset", "{\"on\"", "on=GET x,do=stale"));
    assertThat(start.problems().stream().map(Problem::toString))
        .hasSize(9)
        .anyMatch(text -> text.startsWith("--latency gatway is not known"))
        .anyMatch(text -> text.startsWith("--latency apim must be a whole number"))
        .anyMatch(text -> text.startsWith("--latency 'health' must have the form name=value"))
        .anyMatch(text -> text.startsWith("--switch ifMatch must be one of ignored, honoured"))
        .anyMatch(text -> text.startsWith("--switch readLag must be 60000"))
        .anyMatch(text -> text.startsWith("--throttling reads must be"))
        .anyMatch(text -> text.contains("'do=reset': on must be a method and a type"))
        .anyMatch(text -> text.contains("must be a JSON object"))
        .anyMatch(text -> text.contains("ms is missing"));
  }
}
