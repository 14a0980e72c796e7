package dev.lockstep.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/** The generator is worth what it reaches, so that is held here. */
class CrowdedGatewaysTest {
  @Provide
  Arbitrary<GatewayDocument> gateways() {
    return CrowdedGateways.any();
  }

  @Provide
  Arbitrary<GatewayDocument> brokenGateways() {
    return CrowdedGateways.broken();
  }

  @Property(tries = 300)
  void everyReferenceResolves(@ForAll("gateways") GatewayDocument gateway) {
    assertThat(References.dangling(gateway)).isEmpty();
  }

  @Property(tries = 200)
  void aBrokenGatewayHasExactlyOneDanglingReference(
      @ForAll("brokenGateways") GatewayDocument gateway) {
    assertThat(References.dangling(gateway)).hasSize(1);
  }

  @Property(tries = 300)
  void prioritiesAreUniqueAndInRangeOrAllMissing(@ForAll("gateways") GatewayDocument gateway) {
    List<Element> rules = gateway.elements("requestRoutingRules");
    List<Integer> priorities = new ArrayList<>();
    rules.forEach(
        rule -> {
          if (rule.properties().has("priority")) {
            priorities.add(rule.properties().path("priority").asInt());
          }
        });
    assertThat(priorities.size()).isIn(0, rules.size());
    assertThat(priorities).doesNotHaveDuplicates().allMatch(p -> p >= 1 && p <= 20_000);
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void everyCollectionIsReachedAndLeftOut(@ForAll("gateways") GatewayDocument gateway) {
    for (String collection : GatewayWriter.COLLECTIONS) {
      boolean has = !gateway.elements(collection).isEmpty();
      Statistics.label(collection)
          .collect(has)
          .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
      Statistics.label(collection + " in the JSON")
          .collect(gateway.properties().has(collection))
          .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }
    assertThat(gateway.id().name()).isEqualTo("agw-crowded");
  }

  @Property(tries = 300)
  void hostNamesFollowTheRulesOfTheService(@ForAll("gateways") GatewayDocument gateway) {
    for (Element listener : gateway.elements("httpListeners")) {
      assertThat(listener.properties().path("hostNames").size()).isLessThanOrEqualTo(5);
      listener
          .properties()
          .path("hostNames")
          .forEach(
              host -> {
                assertThat(host.asText().chars().filter(c -> c == '*').count()).isLessThan(3);
                assertThat(host.asText().replaceAll("[^*?]", "")).hasSizeLessThan(5);
              });
      assertThat(listener.properties().path("hostName").asText()).doesNotContain("*", "?");
    }
  }

  @Test
  void sizedGatewaysHaveTheSizeAskedForAndAreAlwaysTheSame() {
    GatewayDocument gateway = CrowdedGateways.sized(100, 400, 50);

    assertThat(gateway.elements("httpListeners")).hasSize(100);
    assertThat(gateway.elements("requestRoutingRules")).hasSize(400);
    assertThat(gateway.elements("backendAddressPools")).hasSize(50);
    assertThat(References.dangling(gateway)).isEmpty();
    assertThat(CrowdedGateways.sized(100, 400, 50)).isEqualTo(gateway);
    Set<Integer> priorities = new HashSet<>();
    gateway
        .elements("requestRoutingRules")
        .forEach(rule -> priorities.add(rule.properties().path("priority").asInt()));
    assertThat(priorities).hasSize(400);
  }

  @Test
  void unknownPropertiesStandAtEveryDepth() {
    GatewayShape shape =
        new GatewayShape(
            List.of(
                new SiteShape(
                    SiteShape.Door.PUBLIC_HTTPS,
                    List.of("shop.contoso.com"),
                    SiteShape.Target.PATH_MAP,
                    0,
                    true)),
            1,
            0,
            PriorityStyle.TENS,
            Set.of(Feature.values()));

    String json = CrowdedGateways.of(shape).json().toString();

    assertThat(json).contains("xFuture0", "xFuture1", "xFuture3", "xFuture4", "xFuture5");
  }
}
