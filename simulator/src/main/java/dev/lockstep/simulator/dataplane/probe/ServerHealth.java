package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.health.Verdict;

/**
 * What a gateway holds of one server for one setting.
 *
 * <pre>
 * before      probe answers   probe fails, fewer than threshold   probe fails, threshold reached
 * not known   Healthy         Unhealthy                           Unhealthy
 * Healthy     Healthy         Healthy                             Unhealthy
 * Unhealthy   Healthy         Unhealthy                           Unhealthy
 * </pre>
 *
 * @param verdict what is told of it
 * @param failures failures in a row
 * @param start number of the probe that was started last of those that count
 */
record ServerHealth(Verdict verdict, int failures, long start) {

  static ServerHealth first(Verdict verdict, long start) {
    return new ServerHealth(verdict, healthy(verdict) ? 0 : 1, start);
  }

  /** After a scheduled probe; one that began before the last one that counted says nothing new. */
  ServerHealth after(Verdict next, long begun, int threshold) {
    if (begun < start) {
      return this;
    }
    if (healthy(next)) {
      return new ServerHealth(next, 0, begun);
    }
    boolean stays = healthy(verdict) && failures + 1 < threshold;
    return new ServerHealth(stays ? verdict : next, failures + 1, begun);
  }

  boolean usable() {
    return !verdict.health().equals("Unhealthy");
  }

  static boolean healthy(Verdict verdict) {
    return verdict.health().equals("Healthy");
  }
}
