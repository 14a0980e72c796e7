package dev.lockstep.reconcile;

import dev.lockstep.model.HostName;
import dev.lockstep.model.Sha256;
import dev.lockstep.plan.Plan;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names what a plan wants of each host name, whatever stands on the gateway: the same name means
 * that the same would be tried again.
 */
final class Desires {
  private static final int DIGITS = 16;

  private Desires() {}

  /** By host name. */
  static SortedMap<HostName, String> of(Plan plan) {
    SortedMap<HostName, StringBuilder> texts = new TreeMap<>();
    plan.ownedAfter()
        .elements()
        .forEach(
            (key, owned) ->
                owned
                    .host()
                    .ifPresent(
                        host ->
                            texts
                                .computeIfAbsent(host, h -> new StringBuilder())
                                .append(key)
                                .append('=')
                                .append(owned.hash())
                                .append('\n')));
    SortedMap<HostName, String> names = new TreeMap<>();
    texts.forEach((host, text) -> names.put(host, Sha256.of(text.toString()).substring(0, DIGITS)));
    return names;
  }

  /** Of one host name; empty text when nothing is wanted of it. */
  static String of(Plan plan, HostName host) {
    return Optional.ofNullable(of(plan).get(host)).orElse("");
  }
}
