package dev.lockstep.reconcile.state;

import dev.lockstep.plan.PlanHash;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan that a person has confirmed by its hash, and that is not carried out yet. It allows what
 * that plan does, and nothing else.
 *
 * @param plan the plan that was reviewed
 * @param who who confirmed it: the kind of key, or an object id
 * @param at when
 * @param gateway what the plan does to the gateway; empty when it does nothing, or has done it
 * @param records names of what the plan does to record sets, one for each
 */
public record Mandate(
    PlanHash plan,
    String who,
    Instant at,
    Optional<Fingerprint> gateway,
    SortedSet<String> records) {
  public Mandate {
    records = Collections.unmodifiableSortedSet(new TreeSet<>(records));
  }

  /** The same once the gateway change has taken effect: it is not allowed a second time. */
  public Mandate withGatewayDone() {
    return new Mandate(plan, who, at, Optional.empty(), records);
  }
}
