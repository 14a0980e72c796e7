package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The host names that owned listeners of one entrance take for themselves.
 *
 * @param exact the names without wildcard
 * @param wildcards the others
 */
record Claims(Set<String> exact, List<HostPattern> wildcards) {
  static Claims of(Candidates candidates, Predicate<ElementKey> owned) {
    Set<String> exact = new HashSet<>();
    List<HostPattern> wildcards = new ArrayList<>();
    for (Candidate candidate : candidates.inOrder()) {
      if (owned.test(candidate.listener())) {
        for (HostPattern pattern : candidate.patterns()) {
          if (pattern.isWildcard()) {
            wildcards.add(pattern);
          } else {
            exact.add(pattern.text());
          }
        }
      }
    }
    return new Claims(exact, wildcards);
  }

  /** Hosts of a foreign listener that stand for all that is not claimed from it. */
  NavigableSet<String> untouched(Candidate foreign, FreshNames names) {
    NavigableSet<String> hosts = new TreeSet<>();
    if (foreign.isBasic()) {
      hosts.add(names.host());
    }
    for (HostPattern pattern : foreign.patterns()) {
      if (!pattern.isWildcard()) {
        hosts.add(pattern.text());
        continue;
      }
      names.exampleOf(pattern).ifPresent(hosts::add);
      for (HostPattern ours : wildcards) {
        if (!ours.covers(pattern) && !pattern.covers(ours)) {
          Optional<String> shared = pattern.common(ours);
          shared.ifPresent(hosts::add);
        }
      }
    }
    hosts.removeAll(exact);
    return hosts;
  }
}
