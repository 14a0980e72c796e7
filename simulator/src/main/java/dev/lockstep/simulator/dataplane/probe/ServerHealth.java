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
 */
record ServerHealth(Verdict verdict, int failures) {

  static ServerHealth first(Verdict verdict) {
    return new ServerHealth(verdict, healthy(verdict) ? 0 : 1);
  }

  ServerHealth after(Verdict next, int threshold) {
    if (healthy(next)) {
      return new ServerHealth(next, 0);
    }
    boolean stays = healthy(verdict) && failures + 1 < threshold;
    return new ServerHealth(stays ? verdict : next, failures + 1);
  }

  boolean usable() {
    return !verdict.health().equals("Unhealthy");
  }

  static boolean healthy(Verdict verdict) {
    return verdict.health().equals("Healthy");
  }
}
