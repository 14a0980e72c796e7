package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A host name that an owned listener newly names, inside a foreign wildcard listener that served it
 * until now. Whoever takes it out needs a {@code claim}.
 *
 * @param entrance where
 * @param host the host name or pattern
 * @param listener our listener
 * @param rule our rule
 * @param from the foreign listener
 * @param fromRule its rule
 */
public record Taken(
    Entrance entrance,
    HostPattern host,
    ElementKey listener,
    ElementKey rule,
    ElementKey from,
    ElementKey fromRule) {

  /**
   * What is taken from others between two documents, in the order of entrances and rules.
   *
   * @param owned whether a listener is ours
   */
  public static List<Taken> between(Router before, Router after, Predicate<ElementKey> owned) {
    List<Taken> taken = new ArrayList<>();
    after
        .byEntrance()
        .forEach(
            (entrance, candidates) -> {
              for (Candidate ours : candidates.inOrder()) {
                if (owned.test(ours.listener())) {
                  ours.patterns().stream()
                      .filter(host -> before.naming(entrance, host).stream().noneMatch(owned))
                      .forEach(host -> take(entrance, host, ours, before, owned, taken));
                }
              }
            });
    return List.copyOf(taken);
  }

  /** The taking in words. */
  public String describe() {
    return host
        + " at "
        + entrance
        + " would be taken out of listener "
        + from.name()
        + " (rule "
        + fromRule.name()
        + ") by rule "
        + rule.name();
  }

  private static void take(
      Entrance entrance,
      HostPattern host,
      Candidate ours,
      Router before,
      Predicate<ElementKey> owned,
      List<Taken> taken) {
    before.candidates(entrance).inOrder().stream()
        .filter(candidate -> !owned.test(candidate.listener()))
        .filter(
            candidate ->
                candidate.patterns().stream()
                    .anyMatch(pattern -> Relation.of(pattern, host) == Relation.FOLLOWS))
        .findFirst()
        .ifPresent(
            from ->
                taken.add(
                    new Taken(
                        entrance,
                        host,
                        ours.listener(),
                        ours.rule(),
                        from.listener(),
                        from.rule())));
  }
}
