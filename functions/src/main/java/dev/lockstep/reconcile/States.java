package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the states of targets.
 *
 * @param blobs holds them
 * @param decode from a state's text to the state
 */
record States(Blobs blobs, Function<String, TargetState> decode) {
  private static final Versioned NONE = new Versioned("", "", Instant.EPOCH);
  private static final int MOST = 5000;
  private static final Pattern OF_TARGET =
      Pattern.compile("([a-z0-9][a-z0-9._-]{0,79}-[0-9a-f]{8})\\.json");

  /** The state as it is now. The blob need not exist. */
  StoredState read(TargetId target) {
    return of(blob(target));
  }

  /** The state as it is by now; the same version of the blob is not decoded twice. */
  StoredState again(StoredState before, TargetId target) {
    Versioned blob = blob(target);
    return blob.etag().equals(before.etag()) ? before : of(blob);
  }

  private Versioned blob(TargetId target) {
    return blobs.read(StoredState.blobOf(target)).orElse(NONE);
  }

  private StoredState of(Versioned blob) {
    return new StoredState(decode.apply(blob.content()), blob.etag(), blob.readAt());
  }

  /** The targets whose state is kept; other blobs of the container have other names. */
  SortedSet<TargetId> targets() {
    return blobs.list("", MOST).stream()
        .map(OF_TARGET::matcher)
        .filter(Matcher::matches)
        .map(name -> new TargetId(name.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
