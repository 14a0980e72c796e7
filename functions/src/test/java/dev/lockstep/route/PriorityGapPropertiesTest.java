package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.testing.gateway.CrowdedGateways;
import dev.lockstep.testing.gateway.HostArbitraries;
import dev.lockstep.testing.gateway.SiteShape.Door;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** A rule at a free number harms nobody, as far as an independent gateway can tell. */
class PriorityGapPropertiesTest {
  /** Every listener of the generator is foreign; those placed here are not. */
  private static final Predicate<ElementKey> OWNED = Placing::isOwn;

  @Provide
  Arbitrary<GatewayDocument> gateways() {
    return CrowdedGateways.any();
  }

  @Provide
  Arbitrary<GatewayDocument> numbered() {
    return CrowdedGateways.numbered();
  }

  @Provide
  Arbitrary<Behaviour> behaviours() {
    return Arbitraries.of(Behaviour.all());
  }

  @Provide
  Arbitrary<NewRule> rules() {
    Arbitrary<String> hosts =
        Arbitraries.oneOf(HostArbitraries.exact(), HostArbitraries.leadingWildcard());
    return Combinators.combine(hosts, Arbitraries.of(Door.class))
        .as(
            (host, door) ->
                Placing.rule(host, Entrance.of(door.frontend(), door.port()), door.https()));
  }

  @Property(tries = 200)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void aRuleAtAFreeNumberMovesNoForeignRouteAndIsReached(
      @ForAll("gateways") GatewayDocument gateway,
      @ForAll("rules") NewRule rule,
      @ForAll("behaviours") Behaviour behaviour) {
    Router before = Router.of(gateway, behaviour);
    Gap gap = PriorityGap.of(before, OWNED).find(rule);
    Statistics.collect(gap instanceof Gap.Free);
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 25));
    if (gap instanceof Gap.Free free) {
      GatewayDocument changed = Placing.insert(gateway, rule, free.priority());
      assertThat(RouteDiff.between(before, Router.of(changed, behaviour), OWNED)).isEmpty();
      Harm.assertNone(gateway, changed, List.of(rule), behaviour);
      assertThat(before.numbers())
          .extracting(CandidateReader.Numbered::priority)
          .doesNotContain(free.priority());
    }
  }

  @Property(tries = 100)
  void severalRulesPlacedOneAfterAnotherHarmNobodyEither(
      @ForAll("numbered") GatewayDocument gateway,
      @ForAll("hosts") Set<String> hosts,
      @ForAll Door door) {
    Router before = Router.of(gateway);
    PriorityGap gap = PriorityGap.of(before, OWNED);
    GatewayDocument changed = gateway;
    List<NewRule> placed = new ArrayList<>();
    for (String host : new TreeSet<>(hosts)) {
      NewRule rule = Placing.rule(host, Entrance.of(door.frontend(), door.port()), door.https());
      if (gap.find(rule) instanceof Gap.Free free) {
        gap = gap.with(rule, free.priority());
        changed = Placing.insert(changed, rule, free.priority());
        placed.add(rule);
      }
    }
    assertThat(RouteDiff.between(before, Router.of(changed), OWNED)).isEmpty();
    Harm.assertNone(gateway, changed, placed, Behaviour.DOCUMENTED);
  }

  @Provide
  Arbitrary<Set<String>> hosts() {
    return Arbitraries.oneOf(HostArbitraries.exact(), HostArbitraries.leadingWildcard())
        .set()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 200)
  void aPlacedRuleKeepsItsNumber(
      @ForAll("numbered") GatewayDocument gateway, @ForAll("rules") NewRule rule) {
    PriorityGap gap = PriorityGap.of(Router.of(gateway), OWNED);
    if (gap.find(rule) instanceof Gap.Free free) {
      GatewayDocument changed = Placing.insert(gateway, rule, free.priority());
      PriorityGap later = PriorityGap.of(Router.of(changed), OWNED).without(rule.rule());

      assertThat(gap.allows(rule, free.priority())).isTrue();
      assertThat(later.allows(rule, free.priority())).isTrue();
      assertThat(later.find(rule)).isEqualTo(free);
    }
  }

  @Property(tries = 200)
  void theOrderOfTheDocumentDoesNotMatter(
      @ForAll("numbered") GatewayDocument gateway,
      @ForAll("rules") NewRule rule,
      @ForAll Random random) {
    ObjectNode shuffled = gateway.copy();
    for (String collection : List.of("httpListeners", "requestRoutingRules")) {
      if (shuffled.path("properties").path(collection) instanceof ArrayNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        Collections.shuffle(nodes, random);
        array.removeAll().addAll(nodes);
      }
    }

    assertThat(PriorityGap.of(Router.of(GatewayDocument.of(shuffled)), OWNED).find(rule))
        .isEqualTo(PriorityGap.of(Router.of(gateway), OWNED).find(rule));
  }

  @Property(tries = 100)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void whereAnExactHostIsBlockedNoNumberWouldDo(
      @ForAll("numbered") GatewayDocument gateway,
      @ForAll("hosts") Set<String> hosts,
      @ForAll("behaviours") Behaviour behaviour) {
    PriorityGap gap = PriorityGap.of(Router.of(gateway, behaviour), OWNED);
    boolean any = false;
    for (Door door : Door.values()) {
      for (String host : hosts) {
        Entrance entrance = Entrance.of(door.frontend(), door.port());
        NewRule rule = Placing.rule(host, entrance, door.https());
        boolean applies =
            gap.find(rule) instanceof Gap.Blocked blocked
                && blocked.reason() != Gap.Reason.HOST_TAKEN
                && !rule.host().isWildcard();
        if (applies) {
          assertNoNumberWouldDo(gateway, rule, behaviour);
        }
        any |= applies;
      }
    }
    Statistics.collect(any);
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  private static void assertNoNumberWouldDo(
      GatewayDocument gateway, NewRule rule, Behaviour behaviour) {
    Set<Integer> used = new TreeSet<>();
    Router.of(gateway).numbers().forEach(numbered -> used.add(numbered.priority()));
    for (int free : Harm.oneFreeNumberPerPlace(used)) {
      GatewayDocument changed = Placing.insert(gateway, rule, free);
      assertThat(Harm.readings(behaviour))
          .as("priority %d", free)
          .anyMatch(reading -> !Harm.isGood(gateway, changed, rule, reading));
    }
  }
}
