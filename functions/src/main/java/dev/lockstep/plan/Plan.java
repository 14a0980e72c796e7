package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * The ordered changes from what is to what should be, for one target. A value: the same observation
 * and bindings give an equal plan, whatever the order of the input.
 *
 * @param gatewayId the gateway
 * @param changes every change of the gateway document and of record sets, in a stable order
 * @param blocked what cannot be done, why, and the remedy; the rest of the plan goes on without it
 * @param warnings what a person should know, though it stops nothing
 * @param pending host names that will leave once they have been gone for long enough
 * @param gatewayBody the document to PUT; empty when the gateway needs no change
 * @param records the record set changes among {@code changes}, as they are carried out
 * @param ownedAfter the owner record once the gateway change is carried out
 * @param hash names the plan: hash of the changes, their values after, and the removals;
 *     independent of entity tags and of the order of input
 */
public record Plan(
    ResourceId gatewayId,
    List<Change> changes,
    List<Blocked> blocked,
    List<Warning> warnings,
    List<PendingRemoval> pending,
    Optional<ObjectNode> gatewayBody,
    List<RecordChange> records,
    OwnerRecord ownedAfter,
    PlanHash hash) {
  public Plan {
    changes = List.copyOf(changes);
    blocked = List.copyOf(blocked);
    warnings = List.copyOf(warnings);
    pending = List.copyOf(pending);
    records = List.copyOf(records);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  Plan withBlocked(List<Blocked> others) {
    return new Plan(
        gatewayId, changes, others, warnings, pending, gatewayBody, records, ownedAfter, hash);
  }
}
