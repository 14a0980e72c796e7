package dev.lockstep.route;

import static java.util.Comparator.comparingInt;

import dev.lockstep.model.ElementKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule with its listener: a candidate for the requests of its entrance. A listener without a
 * rule is none.
 *
 * @param entrance where the listener stands
 * @param rule the rule
 * @param listener the listener
 * @param priority 1 is first; empty on gateways from before api-version 2021-08-01
 * @param patterns the listener's host names; none for a basic listener, which takes every host
 * @param https whether the listener speaks TLS
 * @param certificate the listener's certificate; empty for HTTP
 * @param destination where the rule leads
 */
record Candidate(
    Entrance entrance,
    ElementKey rule,
    ElementKey listener,
    OptionalInt priority,
    List<HostPattern> patterns,
    boolean https,
    Optional<ElementKey> certificate,
    Destination destination) {
  /** The position of rules without priority: after all others. */
  static final int LAST = Integer.MAX_VALUE;

  Candidate {
    patterns = List.copyOf(patterns);
  }

  /** Whether it takes every host name. */
  boolean isBasic() {
    return patterns.isEmpty();
  }

  /**
   * The order in which the gateway asks. Sorting with it must be stable, so that document order
   * decides among rules without priority.
   */
  static Comparator<Candidate> order(Behaviour behaviour) {
    Comparator<Candidate> byPriority = comparingInt(c -> c.priority().orElse(LAST));
    return behaviour.has(Unverified.MULTI_SITE_FIRST_WITHOUT_PRIORITY)
        ? byPriority.thenComparing(c -> c.priority().isEmpty() && c.isBasic())
        : byPriority;
  }

  /** The route of a request that it takes. */
  Route.Matched route(Optional<ElementKey> shown) {
    return new Route.Matched(rule, listener, shown, destination);
  }
}
