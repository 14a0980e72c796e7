package dev.lockstep.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the first of some candidates in rule order that takes a host name. Exact names are looked
 * up; only wildcards that stand before the answer so far are tried.
 */
final class HostIndex {
  private final List<Candidate> inOrder;
  private final Map<String, Integer> exact = new HashMap<>();
  private final List<Wildcard> wildcards = new ArrayList<>();
  private final int firstBasic;

  /**
   * @param inOrder the candidates in rule order
   */
  HostIndex(List<Candidate> inOrder, Behaviour behaviour) {
    this.inOrder = List.copyOf(inOrder);
    int basic = inOrder.size();
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      if (inOrder.get(i).isBasic()) {
        basic = i;
      }
      for (HostPattern pattern : inOrder.get(i).patterns()) {
        if (!pattern.isWildcard()) {
          exact.put(pattern.text(), i);
        }
      }
    }
    firstBasic = basic;
    for (int i = 0; i < firstBasic; i++) {
      for (HostPattern pattern : inOrder.get(i).patterns()) {
        if (pattern.isWildcard()) {
          wildcards.add(new Wildcard(i, pattern.matcher(behaviour)));
        }
      }
    }
  }

  private record Wildcard(int position, Predicate<String> matcher) {}

  /** The candidate that takes the host, given in lower case. */
  Optional<Candidate> find(String host) {
    int best = Math.min(firstBasic, exact.getOrDefault(host, inOrder.size()));
    for (Wildcard wildcard : wildcards) {
      if (wildcard.position() >= best) {
        break;
      }
      if (wildcard.matcher().test(host)) {
        best = wildcard.position();
        break;
      }
    }
    return best < inOrder.size() ? Optional.of(inOrder.get(best)) : Optional.empty();
  }

  /** The first candidate that names the host exactly. */
  Optional<Candidate> findExact(String host) {
    return Optional.ofNullable(exact.get(host)).map(inOrder::get);
  }

  /** The first basic listener. */
  Optional<Candidate> basic() {
    return firstBasic < inOrder.size() ? Optional.of(inOrder.get(firstBasic)) : Optional.empty();
  }

  /** All of them, in rule order. */
  List<Candidate> inOrder() {
    return inOrder;
  }
}
