package dev.lockstep.reconcile.state;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Snapshot;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change of ours that is to be taken back, until that is done or given up.
 *
 * @param kind {@code RESTORE} or {@code ROLLBACK}
 * @param snapshot what was there before
 * @param hosts whose elements are put back; empty for all of the snapshot
 * @param why what the change did, in words
 * @param remedy what a person can do about that
 * @param tries how often it was sent
 */
public record Reversal(
    Sent.Kind kind,
    Snapshot snapshot,
    SortedSet<HostName> hosts,
    String why,
    String remedy,
    int tries) {
  public Reversal {
    hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
  }

  /** The same, sent once more. */
  public Reversal sent() {
    return new Reversal(kind, snapshot, hosts, why, remedy, tries + 1);
  }
}
