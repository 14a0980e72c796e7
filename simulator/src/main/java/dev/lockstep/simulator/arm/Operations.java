package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts, ends and remembers long-running operations. */
public final class Operations {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final World world;
  private final ArmEvents events;
  private final Map<String, Operation> byId = new HashMap<>();
  private Fate fate = Fate.NONE;

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
    return begin(
        change,
        name,
        latency,
        ready,
        error -> error.map(Operation.Outcome::failure).orElseGet(work));
  }

  /**
   * Starts an operation that leaves its mark also when it fails.
   *
   * @param work what happens at the end; is given the error when the operation was to fail, and
   *     must end with it then
   */
  public Operation startMarking(
      Change change,
      String name,
      Duration latency,
      Function<Optional<ObjectNode>, Operation.Outcome> work) {
    return begin(change, name, latency, () -> true, work);
  }

  private Operation begin(
      Change change,
      String name,
      Duration latency,
      BooleanSupplier ready,
      Function<Optional<ObjectNode>, Operation.Outcome> work) {
    Duration time = latency.plus(fate.longer());
    Optional<ObjectNode> doom = fate.error();
    Operation operation =
        new Operation(
            change.call().requestId(),
            name,
            change,
            world.now().plus(time),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    byId.put(operation.id(), operation);
    events.accepted(change);
    world.later(time, () -> endWhen(ready, operation, () -> work.apply(doom)));
    return operation;
  }

  /** Answers a request whose operation, if it starts one, has a fate. */
  <T> T fated(Fate given, Supplier<T> answer) {
    fate = given;
    try {
      return answer.get();
    } finally {
      fate = Fate.NONE;
    }
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
