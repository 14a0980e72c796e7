package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done to each element lately, to tell when somebody else undoes the same again and again.
 *
 * @param elements changes in a row that made the same of an element, oldest first, by element
 */
public record Contest(SortedMap<String, List<Made>> elements) {
  /** Nothing was done lately. */
  public static final Contest NONE = new Contest(new TreeMap<>());

  private static final int KEPT = 4;

  public Contest {
    TreeMap<String, List<Made>> copy = new TreeMap<>();
    elements.forEach((element, made) -> copy.put(element, List.copyOf(made)));
    elements = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * A change of one element that took effect.
   *
   * @param part what it did, as a hash
   * @param at when it was seen to have taken effect
   * @param undoneBy who was named when it was found undone: application or object id
   */
  public record Made(String part, Instant at, Optional<String> undoneBy) {}

  /**
   * The same after one more change. Another change of an element starts its row anew.
   *
   * @param parts what it did to each element
   * @param since what is older is forgotten
   */
  public Contest landed(Map<String, String> parts, Instant at, Instant since) {
    TreeMap<String, List<Made>> next = new TreeMap<>();
    elements.forEach(
        (element, made) -> {
          List<Made> kept = made.stream().filter(m -> m.at().isAfter(since)).toList();
          if (!kept.isEmpty()) {
            next.put(element, kept);
          }
        });
    parts.forEach(
        (element, part) -> {
          List<Made> row = new ArrayList<>(next.getOrDefault(element, List.of()));
          row.removeIf(made -> !made.part().equals(part));
          row.add(new Made(part, at, Optional.empty()));
          next.put(element, row.subList(Math.max(0, row.size() - KEPT), row.size()));
        });
    return new Contest(next);
  }

  /** The same, what was last done to an element having been found undone. */
  public Contest undone(String element, Optional<String> by) {
    List<Made> row = new ArrayList<>(elements.get(element));
    Made last = row.remove(row.size() - 1);
    row.add(new Made(last.part(), last.at(), last.undoneBy().or(() -> by)));
    TreeMap<String, List<Made>> next = new TreeMap<>(elements);
    next.put(element, row);
    return new Contest(next);
  }

  /** How often the same was done to the element in a row; none when it was not this. */
  public List<Made> row(String element, String part, Instant since) {
    List<Made> row = elements.getOrDefault(element, List.of());
    boolean same = !row.isEmpty() && row.get(row.size() - 1).part().equals(part);
    return same ? row.stream().filter(made -> made.at().isAfter(since)).toList() : List.of();
  }
}
