package dev.lockstep.simulator.openapi;

import com.networknt.schema.ValidationMessage;

/**
 * One way in which an exchange differs from the specification.
 *
 * @param operation operationId; empty text when no operation is specified
 * @param side request or response
 * @param status status of the answer
 * @param kind keyword of the schema, or {@code status}, {@code body}, {@code operation}
 * @param at JSON pointer into the body, array positions as {@code *}
 * @param message what is wrong
 */
record Violation(
    String operation, String side, int status, String kind, String at, String message) {

  static Violation of(String operation, String side, int status, ValidationMessage found) {
    String at = found.getInstanceLocation().toString();
    String property = found.getProperty() == null ? "" : "/" + found.getProperty();
    return new Violation(
        operation,
        side,
        status,
        found.getType(),
        (at + property).replaceAll("/\\d+(?=/|$)", "/*"),
        found.getMessage().replaceFirst("^\\S*: ", ""));
  }

  /** The place, whether the resource was asked for alone or in a listing. */
  String place() {
    return at.replaceFirst("^/value/\\*", "");
  }

  @Override
  public String toString() {
    return "%s %s %d: %s at '%s': %s".formatted(operation, side, status, kind, at, message);
  }
}
