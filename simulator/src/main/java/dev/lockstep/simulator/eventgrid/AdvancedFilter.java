package dev.lockstep.simulator.eventgrid;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One advanced filter on a string (Microsoft Learn, "Understand event filtering for Event Grid
 * subscriptions"): compared without case; an event without the key fails the positive operators and
 * passes the negative ones.
 *
 * @param key an attribute of the event, or a path into its data such as {@code data.operationName}
 */
public record AdvancedFilter(Operator operator, String key, List<String> values) {

  /** The operators on strings. */
  public enum Operator {
    StringIn,
    StringNotIn,
    StringContains,
    StringNotContains,
    StringBeginsWith,
    StringNotBeginsWith,
    StringEndsWith,
    StringNotEndsWith;

    private boolean negative() {
      return name().startsWith("StringNot");
    }

    private boolean relates(String text, String value) {
      return switch (this) {
        case StringIn, StringNotIn -> text.equals(value);
        case StringContains, StringNotContains -> text.contains(value);
        case StringBeginsWith, StringNotBeginsWith -> text.startsWith(value);
        case StringEndsWith, StringNotEndsWith -> text.endsWith(value);
      };
    }
  }

  public AdvancedFilter {
    requireNonNull(operator, "operator is null");
    requireNonNull(key, "key is null");
    values = List.copyOf(values);
  }

  boolean matches(SimulatedEvent event) {
    boolean related =
        value(event)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .map(text -> values.stream().anyMatch(v -> operator.relates(text, lower(v))))
            .orElse(false);
    return related != operator.negative();
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private Optional<String> value(SimulatedEvent event) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "id" -> Optional.of(event.id());
      case "topic", "source" -> Optional.of(event.topic());
      case "subject" -> Optional.of(event.subject());
      case "eventtype", "type" -> Optional.of(event.type());
      default -> data(event);
    };
  }

  private Optional<String> data(SimulatedEvent event) {
    String[] path = key.split("\\.", -1);
    JsonNode node = path[0].equalsIgnoreCase("data") ? event.data() : event.data().path(path[0]);
    for (int i = 1; i < path.length; i++) {
      node = node.path(path[i]);
    }
    return Optional.of(node).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }
}
