package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rules of an entrance demand of a new one.
 *
 * @param refusal why no number at all will do; empty when the numbers decide
 * @param routing where the rule is reached and takes nothing from others
 * @param intervals where the rule may stand, the preferred one first
 * @param claimed the foreign wildcard listener that serves the host until now
 */
record Situation(
    Optional<Gap.Blocked> refusal,
    Bounds routing,
    List<Bounds> intervals,
    Optional<ElementKey> claimed) {
  /**
   * @param candidates the candidates of the rule's entrance, in rule order
   * @param withoutPriority a rule of the gateway because of which priorities would be refused
   */
  static Situation of(
      NewRule rule,
      List<Candidate> candidates,
      Optional<Candidate> withoutPriority,
      Predicate<ElementKey> owned,
      Behaviour behaviour) {
    if (withoutPriority.isPresent()) {
      return refused(withoutPriority.get(), Gap.Reason.WITHOUT_PRIORITY);
    }
    Bounds routing = Bounds.OPEN;
    Optional<ElementKey> claimed = Optional.empty();
    for (Candidate candidate : candidates) {
      if (candidate.isBasic()) {
        routing = routing.followed(candidate);
      }
      for (HostPattern pattern : candidate.patterns()) {
        switch (Relation.of(pattern, rule.host())) {
          case SAME -> {
            return refused(candidate, Gap.Reason.HOST_TAKEN);
          }
          case PRECEDES -> routing = routing.preceded(candidate);
          case FOLLOWS -> {
            routing = routing.followed(candidate);
            if (claimed.isEmpty() && !owned.test(candidate.listener())) {
              claimed = Optional.of(candidate.listener());
            }
          }
          case FREE -> {}
        }
      }
    }
    return new Situation(
        Optional.empty(), routing, intervals(rule, routing, candidates, owned, behaviour), claimed);
  }

  private static List<Bounds> intervals(
      NewRule rule,
      Bounds routing,
      List<Candidate> candidates,
      Predicate<ElementKey> owned,
      Behaviour behaviour) {
    List<Candidate> secure = candidates.stream().filter(Candidate::https).toList();
    if (!rule.https() || secure.isEmpty() || owned.test(secure.get(0).listener())) {
      return List.of(routing);
    }
    Bounds behindFirst = routing.preceded(secure.get(0));
    boolean basicAnswers =
        secure.stream().anyMatch(Candidate::isBasic)
            && !behaviour.has(Unverified.FIRST_RULE_ANSWERS_WITHOUT_SNI);
    return basicAnswers ? List.of(behindFirst, routing) : List.of(behindFirst);
  }

  /** The reason to give when no interval has a free number. */
  Gap.Blocked whyNone() {
    Bounds widest = intervals.get(intervals.size() - 1);
    if (!widest.isCrossed()) {
      return widest.blocked(Gap.Reason.FULL);
    }
    return widest.blocked(
        routing.isCrossed() ? Gap.Reason.CROSSED : Gap.Reason.DEFAULT_CERTIFICATE);
  }

  private static Situation refused(Candidate culprit, Gap.Reason reason) {
    Bounds bounds = Bounds.OPEN.followed(culprit);
    return new Situation(Optional.of(bounds.blocked(reason)), bounds, List.of(), Optional.empty());
  }
}
