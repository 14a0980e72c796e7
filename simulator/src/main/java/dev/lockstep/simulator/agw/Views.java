package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.Resources;
import java.util.HashMap;
import java.util.Map;

/**
 * What was shown last of each gateway: it is read again and again between two changes. Guarded by
 * the world's lock.
 */
final class Views {
  private final Map<String, Shown> last = new HashMap<>();

  private record Shown(Gateway gateway, long revision, String apiVersion, ObjectNode answer) {}

  /** The answer for a gateway in an api-version; the caller's own. */
  ObjectNode of(Gateway gateway, Resources resources, String apiVersion) {
    Shown shown = last.get(gateway.id().key());
    // A gateway that changes is another object, and a new identity is a new revision.
    if (shown == null
        || !isSame(shown.gateway(), gateway)
        || shown.revision() != resources.revision()
        || !shown.apiVersion().equals(apiVersion)) {
      ObjectNode answer = View.of(gateway, resources);
      GatewayVersions.NEWER.hide(answer, apiVersion);
      shown = new Shown(gateway, resources.revision(), apiVersion, answer);
      last.put(gateway.id().key(), shown);
    }
    return shown.answer().deepCopy();
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Gateway one, Gateway other) {
    return one == other;
  }
}
