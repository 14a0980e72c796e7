package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What new rules did to everybody else, judged by the oracle and not by the code under test. */
final class Harm {
  private Harm() {}

  /** The behaviour with each reading of the wildcards, all of which must be satisfied. */
  static List<Behaviour> readings(Behaviour behaviour) {
    Set<Unverified> wildcards =
        Set.of(Unverified.ASTERISK_MATCHES_NOTHING, Unverified.QUESTION_MARK_STOPS_AT_PERIOD);
    return Behaviour.all().stream()
        .filter(
            other ->
                without(other.holds(), wildcards).equals(without(behaviour.holds(), wildcards)))
        .toList();
  }

  private static Set<Unverified> without(Set<Unverified> all, Set<Unverified> some) {
    Set<Unverified> left = new HashSet<>(all);
    left.removeAll(some);
    return left;
  }

  static Set<Integer> oneFreeNumberPerPlace(Set<Integer> used) {
    Set<Integer> free = new TreeSet<>();
    for (int number = 1; number <= 20_000; number++) {
      if (!used.contains(number) && (number == 1 || used.contains(number - 1))) {
        free.add(number);
      }
    }
    return free;
  }

  /** Whether the host reaches its rule and clients without a known SNI see what they saw. */
  static boolean isGood(
      GatewayDocument before, GatewayDocument after, NewRule rule, Behaviour behaviour) {
    Oracle was = new Oracle(before, behaviour);
    Oracle is = new Oracle(after, behaviour);
    String host = rule.host().text();
    Question ours = new Question(rule.entrance(), Optional.of(host), host);
    return Universe.ask(is, ours).rule().equals(rule.rule().name())
        && Universe.questions().stream()
            .filter(question -> question.entrance().equals(rule.entrance()))
            .filter(question -> !question.sni().equals(ours.sni()))
            .filter(question -> !Universe.ask(was, question).certificate().equals("none"))
            .allMatch(
                question ->
                    Universe.ask(was, question)
                        .certificate()
                        .equals(Universe.ask(is, question).certificate()));
  }

  /**
   * Every request of the universe is treated as before, but those that the new rules name: all
   * requests for an exact host, and for a wildcard those that no narrower foreign listener served.
   */
  static void assertNone(
      GatewayDocument before, GatewayDocument after, List<NewRule> rules, Behaviour behaviour) {
    Oracle was = new Oracle(before, behaviour);
    Oracle is = new Oracle(after, behaviour);
    for (Question question : Universe.questions()) {
      Oracle.Answer old = Universe.ask(was, question);
      Oracle.Answer now = Universe.ask(is, question);
      boolean ours = now.rule().startsWith("own-");
      boolean known = question.sni().filter(question.host()::equals).isPresent();
      boolean served = !old.rule().equals("none") || !old.certificate().equals("none");
      if (!ours && served) {
        assertThat(now).as("%s", question).isEqualTo(old);
      } else if (ours && known) {
        assertMayTake(before, question.host(), old, rules, was);
      }
    }
    for (NewRule rule : rules) {
      String host = rule.host().example("nobody-names-this", 'q');
      Question question = new Question(rule.entrance(), Optional.of(host), host);
      Oracle.Answer answer = Universe.ask(is, question);
      assertThat(answer.rule()).as("%s", question).startsWith("own-");
      if (!rule.host().isWildcard()) {
        assertThat(answer.rule()).isEqualTo(rule.rule().name());
        assertThat(answer.certificate()).isEqualTo(rule.https() ? rule.rule().name() : "none");
      }
    }
  }

  private static void assertMayTake(
      GatewayDocument before, String host, Oracle.Answer old, List<NewRule> rules, Oracle oracle) {
    if (rules.stream().anyMatch(rule -> rule.host().text().equals(host))) {
      return;
    }
    List<String> theirs = new ArrayList<>();
    for (JsonNode listener : before.properties().path("httpListeners")) {
      if (listener.path("name").asText().equalsIgnoreCase(old.listener())) {
        theirs.addAll(Oracle.hosts(listener));
      }
    }
    // What they keep at least: the hosts for which one of their patterns is narrower than ours.
    for (String pattern : theirs) {
      boolean takes = oracle.matches(pattern, host);
      boolean wider =
          rules.stream()
              .filter(rule -> rule.host().isWildcard())
              .filter(rule -> oracle.matches(rule.host().text(), host))
              .anyMatch(
                  rule ->
                      Universe.hosts().stream()
                          .filter(other -> oracle.matches(rule.host().text(), other))
                          .allMatch(other -> oracle.matches(pattern, other)));
      assertThat(!takes || wider).as("%s taken from %s", host, old).isTrue();
    }
  }
}
