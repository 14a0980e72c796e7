package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.OptionalInt;

/**
 * A rule that bounds where another may stand.
 *
 * @param rule the rule
 * @param listener its listener
 * @param priority its number; empty on gateways from before api-version 2021-08-01
 */
public record Neighbour(ElementKey rule, ElementKey listener, OptionalInt priority) {
  static Neighbour of(Candidate candidate) {
    return new Neighbour(candidate.rule(), candidate.listener(), candidate.priority());
  }

  @Override
  public String toString() {
    return "rule "
        + rule.name()
        + (priority.isPresent() ? " (priority " + priority.getAsInt() + ")" : " (no priority)");
  }
}
