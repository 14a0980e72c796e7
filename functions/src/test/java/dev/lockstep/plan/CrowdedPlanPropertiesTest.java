package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds for the whole planner on gateways full of other people's sites. */
class CrowdedPlanPropertiesTest {
  private static final int TRIES = 80;

  @Provide
  Arbitrary<CrowdedEstate> crowded() {
    return CrowdedEstate.any();
  }

  @Provide
  Arbitrary<Set<String>> hosts() {
    return CrowdedEstate.hosts(5);
  }

  @Property(tries = TRIES)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void appliedReadBackAndPlannedAgainIsEmpty(@ForAll("crowded") CrowdedEstate crowded) {
    Estates estates = crowded.estates();
    Plan first = estates.plan();
    assertThat(estates.plan().hash()).isEqualTo(first.hash());
    assertThat(Guards.check(first, estates.input())).isEmpty();
    Statistics.collect(first.gatewayBody().isPresent());
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 30));

    estates.apply(first);
    Plan second = estates.plan();

    assertThat(second.changes()).isEmpty();
    assertThat(second.blocked()).isEqualTo(first.blocked());
    assertThat(second.ownedAfter()).isEqualTo(first.ownedAfter());
  }

  @Property(tries = TRIES)
  void foreignElementsAndUnknownPropertiesAreTheSameValues(
      @ForAll("crowded") CrowdedEstate crowded, @ForAll("hosts") Set<String> then) {
    Estates estates = crowded.estates();
    for (int round = 0; round < 3; round++) {
      Plan plan = estates.plan();
      ObjectNode before = estates.gateway;
      Set<ElementKey> ours = new HashSet<>(estates.owned.elements().keySet());
      ours.addAll(plan.ownedAfter().elements().keySet());
      plan.gatewayBody()
          .ifPresent(
              body -> assertThat(Foreign.in(body, ours)).isEqualTo(Foreign.in(before, ours)));
      assertThat(Guards.check(plan, estates.input())).isEmpty();
      estates.apply(plan);
      CrowdedEstate.list(estates, round == 0 ? then : Set.of("left.contoso.com"), Set.of());
      estates.after(Duration.ofMinutes(5));
    }
  }

  @Property(tries = TRIES)
  void whatIsWrittenRefersToNothingThatIsMissing(@ForAll("crowded") CrowdedEstate crowded) {
    Plan plan = crowded.estates().plan();

    plan.gatewayBody()
        .map(GatewayDocument::of)
        .ifPresent(
            after -> {
              TreeSet<ElementKey> dangling = new TreeSet<>();
              after
                  .properties()
                  .fieldNames()
                  .forEachRemaining(
                      name ->
                          after
                              .elements(name)
                              .forEach(element -> dangling.addAll(References.of(after, element))));
              dangling.removeIf(key -> after.element(key).isPresent());
              assertThat(dangling).isEmpty();
            });
  }

  @Property(tries = TRIES)
  void theOrderOfTheDocumentDoesNotMatter(
      @ForAll("crowded") CrowdedEstate crowded, @ForAll Random random) {
    Estates straight = crowded.estates();
    Estates shuffled = crowded.estates();
    CrowdedEstate.shuffle(shuffled.gateway, random);

    Plan one = straight.plan();
    Plan other = shuffled.plan();

    assertThat(other.changes()).isEqualTo(one.changes());
    assertThat(other.warnings()).isEqualTo(one.warnings());
    assertThat(other.ownedAfter()).isEqualTo(one.ownedAfter());
    assertThat(other.hash()).isEqualTo(one.hash());
    if (numbered(crowded)) {
      assertThat(other.blocked()).isEqualTo(one.blocked());
    }
  }

  /** Which of several rules without a number is named first is a matter of their order. */
  private static boolean numbered(CrowdedEstate crowded) {
    return crowded.gateway().elements("requestRoutingRules").stream()
        .allMatch(rule -> rule.properties().has("priority"));
  }
}
