package dev.lockstep.plan;

import dev.lockstep.desire.Opening;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives new rules a priority that nobody has. A new rule goes after all others, so that it takes
 * nothing from them; only a foreign listener without host name on the same frontend and port has to
 * come after it, because it would catch everything.
 */
final class Priorities {
  /** Lowest priority, checked last (Microsoft Learn, "Multiple site hosting": 1 to 20000). */
  static final int MAX = 20000;

  private final Estate estate;
  private final Set<Integer> taken = new HashSet<>();
  private final Map<Entry<ElementKey, Integer>, Integer> ceilings = new HashMap<>();

  /**
   * @param vacated rules that go: their priorities are free
   */
  Priorities(Estate estate, Set<ElementKey> vacated) {
    this.estate = estate;
    Stream.of("requestRoutingRules", "routingRules")
        .flatMap(collection -> estate.document().elements(collection).stream())
        .filter(rule -> !vacated.contains(rule.key()))
        .forEach(rule -> taken.add(priority(rule)));
  }

  /** A priority for the new rule of a listener, taken from now on; empty when there is none. */
  OptionalInt next(Opening opening) {
    int ceiling =
        ceilings.computeIfAbsent(
            Map.entry(opening.frontend(), opening.port().number()),
            place -> ceiling(place.getKey(), place.getValue()));
    int last = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
    OptionalInt priority =
        last + 1 < ceiling
            ? OptionalInt.of(last + 1)
            : IntStream.iterate(ceiling - 1, p -> p >= 1, p -> p - 1)
                .filter(p -> !taken.contains(p))
                .findFirst();
    priority.ifPresent(taken::add);
    return priority;
  }

  private int ceiling(ElementKey frontend, int port) {
    Set<ResourceId> catchAlls =
        estate.foreign("httpListeners").stream()
            .filter(ListenerHosts::isCatchAll)
            .filter(listener -> estate.isOn(frontend, port, listener))
            .map(listener -> estate.document().idOf(listener.key()))
            .collect(Collectors.toSet());
    return estate.foreign("requestRoutingRules").stream()
        .filter(rule -> rule.reference("httpListener").filter(catchAlls::contains).isPresent())
        .mapToInt(Priorities::priority)
        .filter(priority -> priority > 0)
        .min()
        .orElse(MAX + 1);
  }

  private static int priority(Element rule) {
    return rule.properties().path("priority").asInt(0);
  }
}
