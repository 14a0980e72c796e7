package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules that stand on a gateway while places are looked for: by entrance in rule order, and the
 * numbers in use anywhere. A value; each change copies only what it touches.
 */
final class Standing {
  private final Behaviour behaviour;
  private final NavigableMap<Entrance, List<Candidate>> byEntrance;
  private final Map<ElementKey, Integer> numbers;
  private final NavigableSet<Integer> used;

  private Standing(
      Behaviour behaviour,
      NavigableMap<Entrance, List<Candidate>> byEntrance,
      Map<ElementKey, Integer> numbers,
      NavigableSet<Integer> used) {
    this.behaviour = behaviour;
    this.byEntrance = byEntrance;
    this.numbers = numbers;
    this.used = used;
  }

  static Standing of(Router router) {
    NavigableMap<Entrance, List<Candidate>> byEntrance = new TreeMap<>();
    router.byEntrance().forEach((entrance, all) -> byEntrance.put(entrance, all.inOrder()));
    Map<ElementKey, Integer> numbers = new HashMap<>();
    router.numbers().forEach(numbered -> numbers.put(numbered.rule(), numbered.priority()));
    return new Standing(router.behaviour(), byEntrance, numbers, new TreeSet<>(numbers.values()));
  }

  /** The candidates of an entrance in rule order. */
  List<Candidate> at(Entrance entrance) {
    return byEntrance.getOrDefault(entrance, List.of());
  }

  /** The numbers in use. */
  NavigableSet<Integer> used() {
    return used;
  }

  /** The number of a rule. */
  Optional<Integer> numberOf(ElementKey rule) {
    return Optional.ofNullable(numbers.get(rule));
  }

  /** Whether the rule is the only one with its number. */
  boolean isAlone(ElementKey rule) {
    Integer number = numbers.get(rule);
    return numbers.values().stream().filter(other -> other.equals(number)).count() == 1;
  }

  /** The first rule because of which new priorities would be refused. */
  Optional<Candidate> withoutPriority() {
    return behaviour.has(Unverified.PRIORITIES_MAY_BE_PARTIAL)
        ? Optional.empty()
        : byEntrance.values().stream()
            .flatMap(List::stream)
            .filter(candidate -> candidate.priority().isEmpty())
            .findFirst();
  }

  Standing reserving(Set<Integer> more) {
    NavigableSet<Integer> all = new TreeSet<>(used);
    all.addAll(more);
    return new Standing(behaviour, byEntrance, numbers, all);
  }

  Standing without(Collection<ElementKey> rules) {
    Set<ElementKey> gone = Set.copyOf(rules);
    NavigableMap<Entrance, List<Candidate>> left = new TreeMap<>(byEntrance);
    left.replaceAll((entrance, all) -> without(all, gone));
    Map<ElementKey, Integer> fewer = new HashMap<>(numbers);
    NavigableSet<Integer> free = new TreeSet<>(used);
    for (ElementKey rule : gone) {
      Integer number = fewer.remove(rule);
      if (number != null && !fewer.containsValue(number)) {
        free.remove(number);
      }
    }
    return new Standing(behaviour, left, fewer, free);
  }

  Standing with(Map<NewRule, Integer> rules) {
    if (rules.isEmpty()) {
      return this;
    }
    Standing others = without(rules.keySet().stream().map(NewRule::rule).toList());
    Map<Entrance, List<Candidate>> joined = new HashMap<>();
    rules.forEach(
        (rule, number) -> {
          joined
              .computeIfAbsent(rule.entrance(), e -> new ArrayList<>(others.at(e)))
              .add(rule.at(number));
          others.numbers.put(rule.rule(), number);
          others.used.add(number);
        });
    joined.forEach(
        (entrance, all) -> {
          all.sort(Candidate.order(behaviour));
          others.byEntrance.put(entrance, List.copyOf(all));
        });
    return others;
  }

  private static List<Candidate> without(List<Candidate> all, Set<ElementKey> gone) {
    return all.stream().noneMatch(candidate -> gone.contains(candidate.rule()))
        ? all
        : all.stream().filter(candidate -> !gone.contains(candidate.rule())).toList();
  }
}
