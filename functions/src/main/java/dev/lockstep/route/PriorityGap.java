package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
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
  private final Router router;
  private final Predicate<ElementKey> owned;
  private final Set<ElementKey> removed;
  private final Map<ElementKey, Candidate> placed;
  private final NavigableSet<Integer> reserved;

  private PriorityGap(
      Router router,
      Predicate<ElementKey> owned,
      Set<ElementKey> removed,
      Map<ElementKey, Candidate> placed,
      NavigableSet<Integer> reserved) {
    this.router = router;
    this.owned = owned;
    this.removed = removed;
    this.placed = placed;
    this.reserved = reserved;
  }

  /**
   * The gaps of a gateway as it is.
   *
   * @param owned whether a listener is ours, such as {@code OwnerRecord::owns}
   */
  public static PriorityGap of(Router router, Predicate<ElementKey> owned) {
    return new PriorityGap(router, owned, Set.of(), Map.of(), new TreeSet<>());
  }

  /** The same with numbers that shall not be given away, though no rule has them. */
  public PriorityGap reserving(Set<Integer> numbers) {
    NavigableSet<Integer> more = new TreeSet<>(reserved);
    more.addAll(numbers);
    return new PriorityGap(router, owned, removed, placed, more);
  }

  /** The same with a new rule in place. */
  public PriorityGap with(NewRule rule, int priority) {
    Map<ElementKey, Candidate> more = new HashMap<>(placed);
    more.put(rule.rule(), rule.at(priority));
    return new PriorityGap(router, owned, removed, more, reserved);
  }

  /** The same without a rule, be it to remove it or to place it anew. */
  public PriorityGap without(ElementKey rule) {
    Set<ElementKey> fewer = new TreeSet<>(removed);
    fewer.add(rule);
    Map<ElementKey, Candidate> left = new HashMap<>(placed);
    left.remove(rule);
    return new PriorityGap(router, owned, fewer, left, reserved);
  }

  /** Whether a rule may stand at a number; for one that stands there already, ask without it. */
  public boolean allows(NewRule rule, int priority) {
    Situation situation = situation(rule);
    return situation.refusal().isEmpty()
        && !numbers().contains(priority)
        && situation.intervals().stream().anyMatch(bounds -> bounds.contains(priority));
  }

  /** The place for a new rule. */
  public Gap find(NewRule rule) {
    Situation situation = situation(rule);
    if (situation.refusal().isPresent()) {
      return situation.refusal().get();
    }
    NavigableSet<Integer> used = numbers();
    for (Bounds bounds : situation.intervals()) {
      OptionalInt number = Numbers.choose(bounds, used);
      if (number.isPresent()) {
        return new Gap.Free(number.getAsInt(), situation.claimed());
      }
    }
    return situation.whyNone();
  }

  private Situation situation(NewRule rule) {
    return Situation.of(rule, candidates(rule), withoutPriority(), owned, router.behaviour());
  }

  private List<Candidate> candidates(NewRule rule) {
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate candidate : router.candidates(rule.entrance()).inOrder()) {
      if (!removed.contains(candidate.rule()) && !placed.containsKey(candidate.rule())) {
        candidates.add(candidate);
      }
    }
    for (Candidate candidate : placed.values()) {
      if (candidate.entrance().equals(rule.entrance())) {
        candidates.add(candidate);
      }
    }
    candidates.sort(Candidate.order(router.behaviour()));
    return candidates;
  }

  private NavigableSet<Integer> numbers() {
    NavigableSet<Integer> numbers = new TreeSet<>(reserved);
    for (CandidateReader.Numbered numbered : router.numbers()) {
      if (!removed.contains(numbered.rule()) && !placed.containsKey(numbered.rule())) {
        numbers.add(numbered.priority());
      }
    }
    placed.values().forEach(candidate -> candidate.priority().ifPresent(numbers::add));
    return numbers;
  }

  private Optional<Candidate> withoutPriority() {
    return router.behaviour().has(Unverified.PRIORITIES_MAY_BE_PARTIAL)
        ? Optional.empty()
        : router.byEntrance().values().stream()
            .flatMap(candidates -> candidates.inOrder().stream())
            .filter(candidate -> candidate.priority().isEmpty())
            .filter(candidate -> !removed.contains(candidate.rule()))
            .findFirst();
  }
}
