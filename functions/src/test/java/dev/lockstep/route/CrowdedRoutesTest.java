package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.CrowdedEstate;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Plan;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the planner writes moves nobody's traffic and lets its own arrive, as far as a gateway can
 * tell that shares no code with it.
 */
class CrowdedRoutesTest {
  private static final String OURS = "ls-lockstep-";

  @Provide
  Arbitrary<CrowdedEstate> crowded() {
    return CrowdedEstate.any();
  }

  @Provide
  Arbitrary<Set<String>> hosts() {
    return CrowdedEstate.hosts(5);
  }

  @Provide
  Arbitrary<Behaviour> readings() {
    return Arbitraries.of(Harm.readings(Behaviour.DOCUMENTED));
  }

  @Property(tries = 60)
  void noRouteOfOthersMovesAndOurHostsReachTheirRules(
      @ForAll("crowded") CrowdedEstate crowded,
      @ForAll("hosts") Set<String> then,
      @ForAll("readings") Behaviour reading) {
    Estates estates = crowded.estates();
    for (int round = 0; round < 2; round++) {
      GatewayDocument before = GatewayDocument.of(estates.gateway);
      Plan plan = estates.plan();
      GatewayDocument after = plan.gatewayBody().map(GatewayDocument::of).orElse(before);
      compare(before, after, reading);
      estates.apply(plan);
      CrowdedEstate.list(estates, then, Set.of());
      estates.after(Duration.ofMinutes(5));
    }
  }

  private static void compare(GatewayDocument before, GatewayDocument after, Behaviour reading) {
    Oracle was = new Oracle(before, reading);
    Oracle is = new Oracle(after, reading);
    Set<String> ours = new HashSet<>();
    for (GatewayDocument.Element rule : after.elements("requestRoutingRules")) {
      if (rule.key().name().startsWith(OURS)) {
        String host = rule.key().name().substring((OURS + "rule-").length());
        ours.add(host);
        assertReached(is, after, host, rule.key().name());
      }
    }
    for (Question question : Universe.questions()) {
      Oracle.Answer old = Universe.ask(was, question);
      Oracle.Answer now = Universe.ask(is, question);
      boolean theirs = !old.rule().startsWith(OURS) && !old.rule().equals("none");
      boolean taken = ours.contains(question.host()) && now.rule().startsWith(OURS);
      if (theirs && !taken) {
        assertThat(now.rule()).as("%s", question).isEqualTo(old.rule());
      }
      boolean shown = !old.certificate().startsWith(OURS) && !old.certificate().equals("none");
      if (shown && question.sni().filter(ours::contains).isEmpty()) {
        assertThat(now.certificate()).as("%s", question).isEqualTo(old.certificate());
      }
    }
  }

  private static void assertReached(Oracle is, GatewayDocument after, String host, String rule) {
    List<Oracle.Answer> answers =
        after.elements("frontendIPConfigurations").stream()
            .map(frontend -> is.ask(frontend.key().name(), 443, Optional.of(host), host))
            .filter(answer -> answer.rule().equals(rule))
            .toList();
    assertThat(answers).as("%s reaches its rule", host).hasSize(1);
    assertThat(answers.get(0).certificate()).startsWith(OURS + "cert-");
  }
}
