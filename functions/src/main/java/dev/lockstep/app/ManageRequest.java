package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Order;
import java.util.Optional;
import java.util.Set;

/** What a caller of {@code manage} wants. */
sealed interface ManageRequest {
  /** Show what an order would do, and change nothing. */
  record Propose(TargetId target, Order order) implements ManageRequest {}

  /** Carry out the order that was shown under that hash. */
  record Confirm(TargetId target, Order order, PlanHash hash) implements ManageRequest {}

  /** Show the messages that were given up. */
  record ShowPoison(Optional<TargetId> target) implements ManageRequest {}

  /** Put them back into the queue. */
  record Replay(Optional<TargetId> target, PlanHash hash) implements ManageRequest {}

  /** The names of what may be wanted: none of it is for a function key. */
  Set<String> VERBS = Set.of("release", "remove", "publish", "adopt", "replay");

  /** The names of the query parameters. */
  Set<String> PARAMETERS =
      Set.of("release", "remove", "publish", "adopt", "replay", "host", "binding", "confirm");
}
