package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starts, ends and remembers long-running operations. */
public final class Operations {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final World world;
  private final ArmEvents events;
  private final Map<String, Operation> byId = new HashMap<>();

  /** Operations of one world. */
  public Operations(World world, ArmEvents events) {
    this.world = world;
    this.events = events;
  }

  /**
   * Starts an operation for a call.
   *
   * @param change the change it carries out
   * @param name its name in error texts
   * @param latency time until it ends
   * @param work what happens at the end, unless the operation was canceled before; gives the
   *     outcome
   */
  public Operation start(
      Change change, String name, Duration latency, Supplier<Operation.Outcome> work) {
    return start(change, name, latency, () -> true, work);
  }

  /**
   * Starts an operation that ends no earlier than something outside the world is ready.
   *
   * @param ready asked when the latency is over and again shortly after; must not wait
   */
  public Operation start(
      Change change,
      String name,
      Duration latency,
      BooleanSupplier ready,
      Supplier<Operation.Outcome> work) {
    Operation operation =
        new Operation(
            change.call().requestId(),
            name,
            change,
            world.now().plus(latency),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    byId.put(operation.id(), operation);
    events.accepted(change);
    world.later(latency, () -> endWhen(ready, operation, work));
    return operation;
  }

  private void endWhen(
      BooleanSupplier ready, Operation operation, Supplier<Operation.Outcome> work) {
    if (find(operation.id()).filter(Operation::running).isEmpty()) {
      return;
    }
    if (ready.getAsBoolean()) {
      end(operation, work.get());
    } else {
      world.later(LOOK_AGAIN, () -> endWhen(ready, operation, work));
    }
  }

  /** Ends an operation because a later one took its place; it does none of its work. */
  public void supersede(Operation earlier, String laterLabel) {
    ObjectNode error =
        ErrorBody.detailed(
            "Canceled",
            "Operation was canceled.",
            ErrorBody.flat(
                "CanceledAndSupersededDueToAnotherOperation",
                "Operation %s was canceled and superseded by operation %s."
                    .formatted(earlier.label(), laterLabel)));
    end(
        earlier,
        new Operation.Outcome(Change.Ending.CANCELED, Optional.of(error), Optional.empty()));
  }

  /** The operation with an id. */
  public Optional<Operation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private void end(Operation operation, Operation.Outcome outcome) {
    byId.put(operation.id(), operation.ended(outcome));
    events.ended(operation.change(), outcome.ending());
  }
}
