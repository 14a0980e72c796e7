package dev.lockstep.simulator.fault;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ConnectionLost;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.fault.Effect.Moment;
import dev.lockstep.simulator.token.Principals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A bad day follows from its seed. */
class FaultHistoryTest {
  private static final String GATEWAYS = "Microsoft.Network/applicationGateways";
  private static final Weather STORM =
      Weather.FAIR
          .withReadLag(Duration.ofSeconds(20))
          .withFault(rule("GET", "*", 0.1, refuse(503, Moment.BEFORE)))
          .withFault(rule("PUT", "*", 0.1, refuse(500, Moment.AFTER)))
          .withFault(rule("PUT", "*", 0.1, new Effect.Reset(Moment.BEFORE)))
          .withFault(rule("PUT", "*", 0.1, new Effect.Reset(Moment.AFTER)))
          .withFault(rule("PUT", GATEWAYS, 0.3, new Effect.Slow(Duration.ofSeconds(9))))
          .withFault(rule("PUT", GATEWAYS, 0.3, new Effect.Fail("InternalServerError", "x")))
          .withFault(rule("PUT", GATEWAYS, 0.3, new Effect.Write(Moment.BEFORE, Optional.empty())))
          .withFault(rule("PUT", GATEWAYS, 0.2, new Effect.Write(Moment.AFTER, Optional.empty())));

  @Test
  void sameSeedSameBadDay() {
    List<String> first = day(11);
    assertThat(day(11)).isEqualTo(first);
    assertThat(day(12)).isNotEqualTo(first);
    String all = String.join("\n", first);
    assertThat(all)
        .as("every kind of fault struck")
        .contains("refuse#1", "refuse#2", "reset#3", "reset#4", "slow#5", "fail#6", "write#7")
        .contains("write#8", "principalName\":\"colleague");
  }

  @Test
  void aRuleDoesNotDisturbTheOthers() {
    FaultRule second = rule("GET", "*", 0.5, refuse(500, Moment.BEFORE));
    FaultBook alone = new FaultBook(5, List.of(rule("PUT", "*", 0.5, second.effect()), second));
    FaultBook mixed = new FaultBook(5, List.of(rule("PUT", "*", 0.5, second.effect()), second));
    Incident put = Incident.request("PUT", "x", "p", "/");
    Incident get = Incident.request("GET", "x", "p", "/");
    List<Integer> strikes = new ArrayList<>();
    List<Integer> amongPuts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      strikes.add(alone.strikes(get).size());
      var unused = mixed.strikes(put);
      amongPuts.add(mixed.strikes(get).size());
    }
    assertThat(amongPuts).isEqualTo(strikes);
    assertThat(strikes.stream().mapToInt(Integer::intValue).sum()).isBetween(70, 130);
  }

  private static List<String> day(long seed) {
    TestAzure azure =
        new TestAzure(SimulatorOptions.DEFAULT.withSeed(seed).withWeather(STORM))
            .as(Principals.LOCKSTEP);
    Random random = new Random(1);
    for (int i = 0; i < 120; i++) {
      try {
        switch (random.nextInt(4)) {
          case 0 -> writeGateway(azure, i);
          case 1 -> azure.put(ZONE + "/A/n" + i, json("{'properties':{'ttl':60}}"));
          case 2 -> azure.get(SERVICE);
          default -> azure.post(GATEWAY + "/backendhealth");
        }
      } catch (ConnectionLost lost) {
        assertThat(lost).hasMessageContaining("PUT");
      }
      azure.pass(Duration.ofMillis(random.nextInt(4000)));
    }
    List<String> day =
        new ArrayList<>(
            azure.audit.entries().stream().map(AuditEntry::toJson).map(Object::toString).toList());
    azure.events.forEach(event -> day.add(event.toString()));
    return day;
  }

  private static void writeGateway(TestAzure azure, int i) {
    var read = azure.get(GATEWAY);
    if (read.status() == 200) {
      var document = TestAzure.body(read).deepCopy();
      document.putObject("tags").put("x", String.valueOf(i));
      azure.put(GATEWAY, document);
    }
  }

  private static Effect refuse(int status, Moment moment) {
    return new Effect.Refuse(status, "x", "y", Optional.empty(), moment);
  }

  private static FaultRule rule(String method, String kind, double chance, Effect effect) {
    return FaultRule.of(method, kind, Trigger.probability(chance), effect);
  }
}
