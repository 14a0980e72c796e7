package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The release of several host names, one after the other: what two of them share goes with the
 * last.
 *
 * @param hosts the host names
 * @param released what would be forgotten
 * @param ownedAfter the owner record once it is confirmed
 * @param next the plan that would follow
 * @param hash names the release
 */
public record Releases(
    SortedSet<HostName> hosts,
    SortedSet<ElementKey> released,
    OwnerRecord ownedAfter,
    Plan next,
    PlanHash hash) {
  public Releases {
    hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    released = Collections.unmodifiableSortedSet(new TreeSet<>(released));
  }

  /** Whether there is nothing to release. */
  public boolean isEmpty() {
    return released.isEmpty();
  }

  /**
   * The release of these host names. Pure: the same input gives an equal release.
   *
   * @return empty when the gateway was not read
   */
  public static Optional<Releases> of(PlanInput input, SortedSet<HostName> hosts) {
    if (input.observation().gateway().asValue().isEmpty()) {
      return Optional.empty();
    }
    PlanInput rest = input;
    TreeSet<ElementKey> released = new TreeSet<>();
    List<String> names = new ArrayList<>();
    for (HostName host : hosts) {
      Release one = Release.of(rest, host).orElseThrow();
      released.addAll(one.released());
      names.add(one.hash().value());
      rest = rest.withObservation(rest.observation().withOwned(one.ownedAfter()));
    }
    return Optional.of(
        new Releases(
            hosts,
            released,
            rest.observation().owned(),
            Planner.plan(rest),
            new PlanHash(Sha256.of("releases\n" + String.join("\n", names)).substring(0, 16))));
  }
}
