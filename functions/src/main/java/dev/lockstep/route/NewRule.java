package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule that is to be placed, with its listener.
 *
 * @param rule the rule
 * @param listener its listener, ours
 * @param entrance where the listener stands
 * @param host the one host name that it takes, perhaps a wildcard
 * @param https whether the listener shows a certificate
 */
public record NewRule(
    ElementKey rule, ElementKey listener, Entrance entrance, HostPattern host, boolean https) {
  /** The rule among the candidates of its entrance; nobody asks where it leads. */
  Candidate at(int priority) {
    return new Candidate(
        entrance,
        rule,
        listener,
        OptionalInt.of(priority),
        List.of(host),
        https,
        Optional.empty(),
        new Destination.Unknown());
  }
}
