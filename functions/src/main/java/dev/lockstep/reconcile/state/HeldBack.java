package dev.lockstep.reconcile.state;

import dev.lockstep.model.HostName;
import dev.lockstep.model.Sha256;
import dev.lockstep.plan.BlockCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Host names of which nothing is changed, as long as the same is wanted of them, until a person
 * says so: their change did harm and was taken back, or others undo it. What the service refused is
 * in {@link dev.lockstep.plan.Quarantine}.
 *
 * @param hosts by host name
 */
public record HeldBack(SortedMap<HostName, Held> hosts) {
  /** Nothing is held. */
  public static final HeldBack NONE = new HeldBack(new TreeMap<>());

  public HeldBack {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /**
   * One host name.
   *
   * @param code why, by the finding catalogue
   * @param desired what was wanted of it, as a hash
   * @param reason why, in words
   * @param at since when
   */
  public record Held(BlockCode code, String desired, String reason, Instant at) {}

  /**
   * Names what is held of a host name, so that a person can want it all the same: 16 hex digits.
   */
  public static String nameOf(HostName host, Held held) {
    return Sha256.of(host + " " + held.desired()).substring(0, 16);
  }

  /** The same without what has that name. */
  public HeldBack without(String name) {
    SortedMap<HostName, Held> fewer = new TreeMap<>(hosts);
    fewer.entrySet().removeIf(entry -> nameOf(entry.getKey(), entry.getValue()).equals(name));
    return new HeldBack(fewer);
  }

  /** The same with one more. */
  public HeldBack with(HostName host, Held held) {
    SortedMap<HostName, Held> more = new TreeMap<>(hosts);
    more.put(host, held);
    return new HeldBack(more);
  }

  /** The same, with another reason for those of some that are held by that code. */
  public HeldBack because(Collection<HostName> some, BlockCode code, String reason) {
    SortedMap<HostName, Held> others = new TreeMap<>(hosts);
    others.replaceAll(
        (host, held) ->
            some.contains(host) && held.code() == code
                ? new Held(code, held.desired(), reason, held.at())
                : held);
    return new HeldBack(others);
  }

  /** The same without some. */
  public HeldBack without(Collection<HostName> some) {
    SortedMap<HostName, Held> fewer = new TreeMap<>(hosts);
    fewer.keySet().removeAll(some);
    return new HeldBack(fewer);
  }
}
