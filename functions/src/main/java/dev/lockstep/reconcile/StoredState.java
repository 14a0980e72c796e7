package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A target's state as it was read.
 *
 * @param state the state; the initial one when there is no blob yet
 * @param etag its entity tag; empty text when there is no blob yet
 * @param readAt when it was read, by the storage service's clock; the epoch when there is no blob
 *     yet: a target without a state has nothing that is overdue
 */
record StoredState(TargetState state, String etag, Instant readAt) {
  private static final Versioned NONE = new Versioned("", "", Instant.EPOCH);
  private static final int MOST = 5000;
  private static final Pattern OF_TARGET =
      Pattern.compile("([a-z0-9][a-z0-9._-]{0,79}-[0-9a-f]{8})\\.json");

  /** The state as it is now. The blob need not exist. */
  static StoredState read(Blobs blobs, TargetId target) {
    return of(blobs.read(blobOf(target)).orElse(NONE));
  }

  /** The state as it is by now; the same version of the blob is not decoded twice. */
  StoredState again(Blobs blobs, TargetId target) {
    Versioned blob = blobs.read(blobOf(target)).orElse(NONE);
    return blob.etag().equals(etag) ? this : of(blob);
  }

  private static StoredState of(Versioned blob) {
    return new StoredState(StateCodec.decode(blob.content()), blob.etag(), blob.readAt());
  }

  /** The targets whose state is kept; other blobs of the container have other names. */
  static SortedSet<TargetId> targets(Blobs blobs) {
    return blobs.list("", MOST).stream()
        .map(OF_TARGET::matcher)
        .filter(Matcher::matches)
        .map(name -> new TargetId(name.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name of the blob that holds the state and carries the lease. */
  static String blobOf(TargetId target) {
    return target + ".json";
  }
}
