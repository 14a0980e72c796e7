package dev.lockstep.signal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The nine event types of subscriptions and resource groups (Microsoft Learn, event-schema-
 * subscriptions): three verbs, three ends.
 */
final class ArmEventTypes {
  private static final String FAMILY = "Microsoft.Resources.Resource";
  private static final List<String> VERBS = List.of("Write", "Delete", "Action");
  private static final List<String> ENDS = List.of("Success", "Failure", "Cancel");

  private ArmEventTypes() {}

  /** All nine. */
  static List<String> all() {
    return VERBS.stream().flatMap(verb -> ENDS.stream().map(end -> FAMILY + verb + end)).toList();
  }

  /** Whether this is one of the nine. */
  static boolean contains(String type) {
    return all().stream().anyMatch(type::equalsIgnoreCase);
  }

  /** How the operation ended, in the past tense; empty for a type that is none of the nine. */
  static Optional<String> end(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (!contains(type)) {
      return Optional.empty();
    }
    return Optional.of(
        lower.endsWith("success")
            ? "succeeded"
            : lower.endsWith("failure") ? "failed" : "was canceled");
  }

  /** The family of types in which an operation of this name comes. */
  static String ofOperation(String operation) {
    String verb = operation.substring(operation.lastIndexOf('/') + 1);
    return FAMILY + verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1) + "*";
  }
}
