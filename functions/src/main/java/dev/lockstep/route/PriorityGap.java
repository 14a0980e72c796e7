package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a new rule may stand so that its host reaches it and nobody else's traffic moves (design
 * 5.5). A value: {@link #with} and {@link #without} give another one.
 *
 * <pre>
 * bound               because                                                    of
 * before every rule   that also takes the whole host: it would take it first     routing
 * after every rule    that takes only a part of a new wildcard's hosts           routing
 * after the first     HTTPS rule of the entrance, if that is foreign: clients    certificate
 *                     without SNI, or with an unknown one, get its certificate
 * </pre>
 *
 * <p>The last bound gives way where a basic HTTPS listener answers clients without SNI (see {@link
 * Unverified#FIRST_RULE_ANSWERS_WITHOUT_SNI}) and no place is left otherwise.
 */
public final class PriorityGap {
  private final Standing standing;
  private final Behaviour behaviour;
  private final Predicate<ElementKey> owned;

  private PriorityGap(Standing standing, Behaviour behaviour, Predicate<ElementKey> owned) {
    this.standing = standing;
    this.behaviour = behaviour;
    this.owned = owned;
  }

  /**
   * The gaps of a gateway as it is.
   *
   * @param owned whether a listener is ours, such as {@code OwnerRecord::owns}
   */
  public static PriorityGap of(Router router, Predicate<ElementKey> owned) {
    return new PriorityGap(Standing.of(router), router.behaviour(), owned);
  }

  /** The same with numbers that shall not be given away, though no rule has them. */
  public PriorityGap reserving(Set<Integer> numbers) {
    return standing(standing.reserving(numbers));
  }

  /** The same with a new rule in place. */
  public PriorityGap with(NewRule rule, int priority) {
    return with(Map.of(rule, priority));
  }

  /** The same with rules in place, each at its number. */
  public PriorityGap with(Map<NewRule, Integer> rules) {
    return standing(standing.with(rules));
  }

  /** The same without a rule, be it to remove it or to place it anew. */
  public PriorityGap without(ElementKey rule) {
    return without(List.of(rule));
  }

  /** The same without some rules. */
  public PriorityGap without(Collection<ElementKey> rules) {
    return standing(standing.without(rules));
  }

  /** Whether a rule may stand at a number; for one that stands there already, ask without it. */
  public boolean allows(NewRule rule, int priority) {
    Situation situation = situation(rule);
    return situation.refusal().isEmpty()
        && !standing.used().contains(priority)
        && situation.intervals().stream().anyMatch(bounds -> bounds.contains(priority));
  }

  /**
   * Whether a rule that is in place may stay there: it is reached, takes nothing from others, and
   * shares its number with nobody. The first certificate of the entrance is no matter: whoever
   * shows it shows it already.
   */
  public boolean keeps(NewRule rule) {
    // A number among rules without any was accepted once; it is no reason to move.
    Situation situation = situation(rule, Optional.empty());
    return situation.refusal().isEmpty()
        && standing.numberOf(rule.rule()).filter(situation.routing()::contains).isPresent()
        && standing.isAlone(rule.rule());
  }

  /**
   * The foreign wildcard listener that serves the rule's host until now, whether the rule has a
   * place or not; whoever takes a host out of it needs a {@code claim}.
   */
  public Optional<ElementKey> takesFromWildcard(NewRule rule) {
    return situation(rule, Optional.empty()).claimed();
  }

  /** The place for a new rule. */
  public Gap find(NewRule rule) {
    Situation situation = situation(rule);
    if (situation.refusal().isPresent()) {
      return situation.refusal().get();
    }
    NavigableSet<Integer> used = standing.used();
    for (Bounds bounds : situation.intervals()) {
      OptionalInt number = Numbers.choose(bounds, used);
      if (number.isPresent()) {
        return new Gap.Free(number.getAsInt(), situation.claimed());
      }
    }
    return situation.whyNone();
  }

  private Situation situation(NewRule rule) {
    return situation(
        rule,
        standing.withoutPriority().filter(candidate -> !candidate.rule().equals(rule.rule())));
  }

  private Situation situation(NewRule rule, Optional<Candidate> unnumbered) {
    List<Candidate> others =
        standing.at(rule.entrance()).stream()
            .filter(candidate -> !candidate.rule().equals(rule.rule()))
            .toList();
    return Situation.of(rule, others, unnumbered, owned, behaviour);
  }

  private PriorityGap standing(Standing other) {
    return new PriorityGap(other, behaviour, owned);
  }
}
