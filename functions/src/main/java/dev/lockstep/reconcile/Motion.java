package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import java.util.Locale;
import java.util.Set;

/** Whether a gateway rests: only then may it be written. */
final class Motion {
  /** Every other state means that something is under way; the set of states is open. */
  private static final Set<String> AT_REST = Set.of("succeeded", "failed", "canceled", "");

  private Motion() {}

  static boolean isMoving(GatewayDocument gateway) {
    return isMoving(gateway.provisioningState());
  }

  static boolean isMoving(String provisioningState) {
    return !AT_REST.contains(provisioningState.toLowerCase(Locale.ROOT));
  }
}
