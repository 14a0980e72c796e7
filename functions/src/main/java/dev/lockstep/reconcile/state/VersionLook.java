package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The latest comparison of our api-version with the newest one (design 5.11).
 *
 * @param at when it was made; empty when none could be made yet
 * @param failingSince when it was last tried in vain; when it was first, while none was made yet
 * @param ours our api-version then; empty text when none was made
 * @param newest the newest stable one then; empty text when it is not known
 * @param lost paths of properties that only the newest one returns
 * @param problem why nothing could be compared; empty text when it could
 */
public record VersionLook(
    Optional<Instant> at,
    Optional<Instant> failingSince,
    String ours,
    String newest,
    SortedSet<String> lost,
    String problem) {
  /** Nobody has looked. */
  public static final VersionLook NONE =
      new VersionLook(Optional.empty(), Optional.empty(), "", "", new TreeSet<>(), "");

  public VersionLook {
    lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
  }

  /** What two reads gave. */
  public static VersionLook compared(
      Instant at, String ours, String newest, Collection<String> lost) {
    return new VersionLook(
        Optional.of(at), Optional.empty(), ours, newest, new TreeSet<>(lost), "");
  }

  /** Nothing can be compared, and trying again soon would not help. */
  public static VersionLook impossible(Instant at, String ours, String problem) {
    return new VersionLook(Optional.of(at), Optional.empty(), ours, "", new TreeSet<>(), problem);
  }

  /** The same after one more try in vain; what was known before still counts. */
  public VersionLook failing(Instant now, String why) {
    return new VersionLook(
        at,
        at.isPresent() ? Optional.of(now) : failingSince.or(() -> Optional.of(now)),
        ours,
        newest,
        lost,
        why);
  }
}
