package dev.lockstep.signal;

import java.util.Locale;
import java.util.Optional;

/**
 * One row of the signal table.
 *
 * @param type the event type; one that ends with {@code *} stands for all that begin so
 * @param operation the Resource Manager operation, for events that have one
 * @param reach which targets it reaches
 * @param discovers whether a write of a resource that no binding names is worth telling
 * @param meaning what it says of the world, or why it reaches nobody
 */
record SignalRow(
    String type, Optional<String> operation, Reach reach, boolean discovers, String meaning) {
  /** A row for an event type that has no operation. */
  static SignalRow ofType(String type, Reach reach, String meaning) {
    return new SignalRow(type, Optional.empty(), reach, false, meaning);
  }

  /** A row for an operation; its last segment tells in which of the event types it comes. */
  static SignalRow ofOperation(String operation, Reach reach, String meaning) {
    return new SignalRow(
        ArmEventTypes.ofOperation(operation), Optional.of(operation), reach, false, meaning);
  }

  /** The same row, telling or not telling of a resource that no binding names. */
  SignalRow discovering(boolean discovers) {
    return new SignalRow(type, operation, reach, discovers, meaning);
  }

  /** Whether an event of this type, which has no operation, is meant. */
  boolean matchesType(String eventType) {
    if (operation.isPresent()) {
      return false;
    }
    String wanted = type.toLowerCase(Locale.ROOT);
    String given = eventType.toLowerCase(Locale.ROOT);
    return wanted.endsWith("*")
        ? given.startsWith(wanted.substring(0, wanted.length() - 1))
        : given.equals(wanted);
  }

  /** Whether this operation is meant. */
  boolean matchesOperation(String name) {
    return operation.filter(name::equalsIgnoreCase).isPresent();
  }
}
