package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A burst of changes and events on a quiet day: it may cost each gateway two PUTs and no more. */
final class Storm {
  private static final int MOST_PUTS = 2;

  private final Runnable burst;
  private final GatewayJudge gateways;
  private final Estate estate;
  private final Oracle oracle;
  private final Stage stage;
  private final Strands strands;
  private final Violations violations;

  Storm(
      Runnable burst,
      GatewayJudge gateways,
      Estate estate,
      Oracle oracle,
      Stage stage,
      Strands strands,
      Violations violations) {
    this.burst = burst;
    this.gateways = gateways;
    this.estate = estate;
    this.oracle = oracle;
    this.stage = stage;
    this.strands = strands;
    this.violations = violations;
  }

  void pass() {
    Map<ResourceId, Long> before = new HashMap<>();
    estate.gateways().forEach(id -> before.put(id, gateways.puts().of(id.key())));
    burst.run();
    strands.runUntil(stage, stage.now().plus(Duration.ofMinutes(40)));
    for (ResourceId id : estate.gateways()) {
      long puts = gateways.puts().of(id.key()) - before.get(id);
      if (puts > MOST_PUTS) {
        violations.add("a burst cost " + id.name() + " " + puts + " PUTs");
      }
    }
    oracle.problems().forEach(problem -> violations.add("after a burst: " + problem));
  }
}
