package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes of the gateway's own document, which make it read anew what it refers to: names of
 * backends, secrets of the vault.
 *
 * @param wish why one is wanted; empty when none is
 * @param last when one was sent; empty when never
 * @param count how many were sent
 * @param etag the document since whose write the gateway may remember names; empty when unknown
 * @param resolved what the names of each pair's pool led to then, by pair
 * @param suspects pairs whose pool's names lead elsewhere since, by pair
 */
public record Nudges(
    Optional<String> wish,
    Optional<Instant> last,
    long count,
    Optional<String> etag,
    SortedMap<String, String> resolved,
    SortedMap<String, Suspect> suspects) {
  /** None was ever wanted. */
  public static final Nudges NONE =
      new Nudges(
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          new TreeMap<>(),
          new TreeMap<>());

  public Nudges {
    resolved = Collections.unmodifiableSortedMap(new TreeMap<>(resolved));
    suspects = Collections.unmodifiableSortedMap(new TreeMap<>(suspects));
  }

  /**
   * A pair that the gateway may look for in the wrong place.
   *
   * @param host the host name that it serves
   * @param leadsTo what the names of its pool lead to now
   * @param until how long its health is looked at for this
   * @param unhealthySince since when every answer says that it is unhealthy
   */
  public record Suspect(
      String host, String leadsTo, Instant until, Optional<Instant> unhealthySince) {
    /** The same after an answer on its health. */
    public Suspect unhealthy(Optional<Instant> since) {
      return new Suspect(host, leadsTo, until, since);
    }
  }

  /** The same with a wish. */
  public Nudges wishing(String why) {
    return new Nudges(Optional.of(why), last, count, etag, resolved, suspects);
  }

  /** The same with no wish. */
  public Nudges content() {
    return new Nudges(Optional.empty(), last, count, etag, resolved, suspects);
  }

  /** The same, one having been sent. */
  public Nudges sent(Instant at) {
    return new Nudges(Optional.empty(), Optional.of(at), count + 1, etag, resolved, suspects);
  }

  /** The same, the latest never having been sent after all. */
  public Nudges unsent(String why) {
    return new Nudges(
        Optional.of(why), Optional.empty(), Math.max(0, count - 1), etag, resolved, suspects);
  }

  /** The same on a document that was written since: the gateway has read everything anew. */
  public Nudges on(Optional<String> otherEtag, Map<String, String> names) {
    return new Nudges(
        Optional.empty(), last, count, otherEtag, new TreeMap<>(names), new TreeMap<>());
  }

  /** The same on the same document. */
  public Nudges with(Map<String, String> names, Map<String, Suspect> others) {
    return new Nudges(wish, last, count, etag, new TreeMap<>(names), new TreeMap<>(others));
  }

  /** The same with other findings on its suspects. */
  public Nudges suspecting(Map<String, Suspect> others) {
    return with(resolved, others);
  }
}
