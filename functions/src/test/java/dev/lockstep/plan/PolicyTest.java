package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each delete policy allows, on the gateway and in DNS, and how many host names may leave. */
class PolicyTest {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Endpoint TWO = proxy("two.contoso.com");
  private static final ElementKey PROBE =
      new ElementKey("probes", "ls-lockstep-probe-api.contoso.com");

  @ParameterizedTest
  @EnumSource(DeletePolicy.class)
  void everyPolicyCreatesElementsAndRecords(DeletePolicy policy) {
    Plan plan = Estates.contoso().with(b -> b.policy(policy, new DeleteCap(5, 50))).plan();

    assertThat(plan.changes()).hasSize(7).allMatch(c -> c.kind() == Change.Kind.ADD);
    assertThat(plan.records()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"SYNC, 2", "UPSERT_ONLY, 2", "CREATE_ONLY, 0"})
  void whatDriftedIsPutRightOnlyByThoseThatUpdate(DeletePolicy policy, int changes) {
    Estates estates = published(policy, API);
    estates.colleague(HandMadeEstates.editing(PROBE, p -> p.put("path", "/x")));
    estates.reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API);

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(changes).allMatch(c -> c.kind() == Change.Kind.UPDATE);
    assertThat(plan.records()).hasSize(changes / 2);
  }

  @ParameterizedTest
  @CsvSource({"SYNC, 7, 1", "UPSERT_ONLY, 0, 0", "CREATE_ONLY, 0, 0"})
  void whatLeftIsRemovedOnlyUnderSync(DeletePolicy policy, int changes, int records) {
    Estates estates = published(policy, API, TWO).lists(SERVICE, API).after(Duration.ofMinutes(2));

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(changes).allMatch(c -> c.kind() == Change.Kind.REMOVE);
    assertThat(plan.records()).hasSize(records);
    assertThat(estates.zones.get(ZONE).asValue().orElseThrow().records()).hasSize(2);
    assertThat(plan.warnings()).hasSize(changes == 0 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"UPSERT_ONLY", "CREATE_ONLY"})
  void withoutTheRightToRemoveNothingIsReplacedByAnotherName(DeletePolicy policy) {
    Estates estates = published(policy, API).with(b -> b.prefix("edge"));

    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(published(DeletePolicy.SYNC, API).with(b -> b.prefix("edge")).plan().changes())
        .anyMatch(change -> change.kind() == Change.Kind.REMOVE);
  }

  @Test
  void createOnlyCompletesAHostNameAndLeavesTheStandingHalf() {
    Estates estates = published(DeletePolicy.CREATE_ONLY, API);
    estates.colleague(HandMadeEstates.editing(PROBE, p -> p.put("path", "/x")));
    estates.colleague(
        g -> {
          Estates.remove(
              g, new ElementKey("requestRoutingRules", "ls-lockstep-rule-api.contoso.com"));
          Estates.remove(
              g, new ElementKey("httpListeners", "ls-lockstep-listener-api.contoso.com"));
        });

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(2).allMatch(c -> c.kind() == Change.Kind.ADD);
    estates.apply(plan);
    assertThat(estates.plan().isEmpty()).isTrue();
  }

  @Test
  void createOnlyMakesARecordThatIsMissing() {
    Estates estates = published(DeletePolicy.CREATE_ONLY, API).records();

    assertThat(estates.plan().changes())
        .singleElement()
        .satisfies(change -> assertThat(change.subject()).isInstanceOf(Subject.DnsRecord.class));
  }

  /** Host names published, host names that leave, the cap, and whether they may. */
  @ParameterizedTest
  @CsvSource({
    "4, 1, 0, 0, true",
    "4, 2, 2, 50, true",
    "4, 2, 1, 50, false",
    "4, 2, 2, 49, false",
    "4, 3, 3, 75, true",
    "4, 3, 3, 74, false",
    "4, 3, 2, 100, false",
    "3, 2, 5, 66, false",
    "3, 2, 5, 67, true"
  })
  void theCapIsAShareAndACount(int published, int leaving, int hosts, int percent, boolean may) {
    assertThat(new DeleteCap(hosts, percent).allows(leaving, published)).isEqualTo(may);
    Endpoint[] all = hosts(published);
    Estates estates =
        published(DeletePolicy.SYNC, all)
            .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(hosts, percent)))
            .lists(SERVICE, java.util.Arrays.copyOf(all, published - leaving))
            .after(Duration.ofMinutes(2));

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(may ? 7 * leaving : 0);
    assertThat(plan.blocked()).hasSize(may ? 0 : 1);
    if (!may) {
      assertThat(plan.blocked().get(0).reason())
          .startsWith(
              leaving
                  + " of "
                  + published
                  + " published host names would leave, the cap is "
                  + hosts
                  + " or "
                  + percent
                  + " %: ");
    }
  }

  private static Endpoint[] hosts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> proxy("h" + i + ".contoso.com"))
        .toArray(Endpoint[]::new);
  }

  private static Estates published(DeletePolicy policy, Endpoint... endpoints) {
    return Estates.contoso()
        .lists(SERVICE, endpoints)
        .converged()
        .with(b -> b.policy(policy, new DeleteCap(5, 50)));
  }
}
