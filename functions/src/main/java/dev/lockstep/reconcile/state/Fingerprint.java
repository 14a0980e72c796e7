package dev.lockstep.reconcile.state;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names what a plan does to the gateway document, apart from its record sets: the same change has
 * the same name before and after the record sets were written.
 *
 * @param name names the whole, 16 hex digits
 * @param parts one name for each changed element, 8 hex digits
 */
public record Fingerprint(String name, SortedSet<String> parts) {
  public Fingerprint {
    parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
  }

  /** Whether some element is changed in the same way by both. */
  public boolean overlaps(Fingerprint other) {
    return !Collections.disjoint(parts, other.parts);
  }
}
