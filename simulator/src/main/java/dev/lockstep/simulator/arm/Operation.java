package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that goes on after its request was answered.
 *
 * @param id operation id, equal to the x-ms-request-id of the answer
 * @param name what refusals and cancellations call it, such as {@code
 *     PutApplicationGatewayOperation}
 * @param change the change that it carries out
 * @param due when it will end if nothing comes between
 * @param ending how it ended; empty while it runs
 * @param error why it failed or was canceled
 * @param result what operationResults shows at the end; empty for no content
 */
public record Operation(
    String id,
    String name,
    Change change,
    Instant due,
    Optional<Change.Ending> ending,
    Optional<ObjectNode> error,
    Optional<JsonNode> result) {

  /** Whether it has not ended. */
  public boolean running() {
    return ending.isEmpty();
  }

  /** The name with the id, as Azure writes it in error texts. */
  public String label() {
    return name + " (" + id + ")";
  }

  /** How an operation ends. */
  public record Outcome(
      Change.Ending ending, Optional<ObjectNode> error, Optional<JsonNode> result) {
    /** Success with nothing to show. */
    public static final Outcome SUCCESS =
        new Outcome(Change.Ending.SUCCEEDED, Optional.empty(), Optional.empty());

    /** Success with something to show. */
    public static Outcome result(JsonNode result) {
      return new Outcome(Change.Ending.SUCCEEDED, Optional.empty(), Optional.of(result));
    }

    /** Failure with the error to show. */
    public static Outcome failure(ObjectNode error) {
      return new Outcome(Change.Ending.FAILED, Optional.of(error), Optional.empty());
    }
  }

  Operation ended(Outcome outcome) {
    return new Operation(
        id, name, change, due, Optional.of(outcome.ending()), outcome.error(), outcome.result());
  }
}
