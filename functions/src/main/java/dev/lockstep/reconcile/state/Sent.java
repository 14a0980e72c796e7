package dev.lockstep.reconcile.state;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the change in flight is for. Written together with its intent, so that nothing can part the
 * two.
 *
 * @param kind what sort of change
 * @param fingerprint names the change; this record counts only while that one is in flight
 * @param why one sentence
 * @param trial what it has to prove, and what was before it
 * @param parts what it does to each element, as a hash
 */
public record Sent(
    Kind kind, String fingerprint, String why, Trial trial, SortedMap<String, String> parts) {
  /** The sorts of change. */
  public enum Kind {
    /** A plan. */
    CHANGE,
    /** The owned part of a snapshot, after our change left the gateway Failed. */
    RESTORE,
    /** The owned part of a snapshot, after our change made backends unhealthy. */
    ROLLBACK,
    /** The document as it is, so that the gateway reads anew what it refers to. */
    NUDGE
  }

  public Sent {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }
}
