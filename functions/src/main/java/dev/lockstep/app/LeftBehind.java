package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.reconcile.state.TargetState;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stays of targets that no binding names any more. Nobody looks at their gateways; what is
 * known of them is what was remembered last.
 *
 * @param runs where it is remembered
 */
record LeftBehind(Runs runs) {
  /** One entry per target of which anything is left. */
  ArrayNode report() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    runs.unbound().forEach(target -> entry(target).ifPresent(list::add));
    return list;
  }

  private Optional<ObjectNode> entry(TargetId target) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put("target", target.value());
    try {
      TargetState state = runs.state(target);
      Collection<Owned> owned = state.holdings().owned().elements().values();
      if (owned.isEmpty() && state.flight().inFlight().isEmpty()) {
        return Optional.empty();
      }
      StateEntry.fill(entry, state);
      SortedSet<String> services =
          owned.stream()
              .map(element -> element.service().value())
              .collect(Collectors.toCollection(TreeSet::new));
      services.forEach(entry.putArray("services")::add);
      owned.stream()
          .flatMap(element -> element.host().stream())
          .map(HostName::value)
          .distinct()
          .sorted()
          .forEach(entry.withArray("hosts")::add);
      return Optional.of(entry.put("remedy", remedy(target, state)));
    } catch (UnreadableState e) {
      return Optional.of(
          entry
              .put("problem", "the state of the target cannot be read: " + e.getMessage())
              .put("remedy", "deploy the version that wrote it"));
    }
  }

  private static String remedy(TargetId target, TargetState state) {
    String unseen =
        state.flight().inFlight().isPresent()
            ? "What became of its last change was not looked at. "
            : "";
    return unseen
        + "To take away what is left, bind the gateway to these services again, call POST"
        + " /api/manage/"
        + target
        + "?remove, and take the binding out when it is done; to leave it to others, delete the blob "
        + target
        + ".json in lockstep-state";
  }
}
