package dev.lockstep.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the gateway is taken to decide.
 *
 * @param holds the unverified behaviours that are assumed to hold
 */
public record Behaviour(Set<Unverified> holds) {
  /** What the documentation says, and the plainest reading of it where it is silent. */
  public static final Behaviour DOCUMENTED = new Behaviour(Set.of());

  public Behaviour {
    holds = Set.copyOf(holds);
  }

  /** Every combination, for tests that must hold whatever the gateway does. */
  public static List<Behaviour> all() {
    List<Behaviour> all = new ArrayList<>(List.of(DOCUMENTED));
    for (Unverified question : Unverified.values()) {
      for (Behaviour without : List.copyOf(all)) {
        Set<Unverified> with = new HashSet<>(without.holds);
        with.add(question);
        all.add(new Behaviour(with));
      }
    }
    return all;
  }

  /** Whether this behaviour is assumed. */
  public boolean has(Unverified question) {
    return holds.contains(question);
  }
}
