package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the properties of one configuration object. A value that is wrong is reported and then
 * taken for absent, so that reading goes on to the next.
 */
final class Fields {
  private final ObjectNode node;
  private final String path;
  private final Problems problems;

  /**
   * @param known every property that may stand here; others are reported
   */
  Fields(ObjectNode node, String path, List<Property> known, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    List<String> names = known.stream().map(Property::name).toList();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!names.contains(entry.getKey())) {
        problems.add(
            at(Quoted.name(entry.getKey())),
            "unknown property",
            Suggestion.remedy(entry.getKey(), names));
      }
    }
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Problems problems() {
    return problems;
  }

  boolean has(Property property) {
    return node.has(property.name());
  }

  Optional<String> text(Property property) {
    Optional<String> text = plain(property);
    if (property.shape() instanceof Shape.Text shape
        && text.filter(t -> !t.matches(shape.pattern())).isPresent()) {
      wrong(
          property,
          Quoted.of(text.get()) + " is not allowed",
          "give " + property.type() + ", " + property.range());
      return Optional.empty();
    }
    return text;
  }

  /** A text whose form the caller judges, because a message must not repeat it. */
  Optional<String> plain(Property property) {
    Optional<JsonNode> value = value(property);
    if (value.isPresent() && (!value.get().isTextual() || value.get().asText().isBlank())) {
      wrong(property, "is not a text", "give " + property.type());
      return Optional.empty();
    }
    return value.map(JsonNode::asText);
  }

  /** One of a fixed set of words. */
  <T> Optional<T> choice(Property property, T[] values, Function<T, String> wireName) {
    Optional<String> text = text(property);
    Optional<T> value =
        text.flatMap(
            t -> Arrays.stream(values).filter(v -> wireName.apply(v).equals(t)).findFirst());
    if (text.isPresent() && value.isEmpty()) {
      wrong(
          property,
          Quoted.of(text.get()) + " is unknown",
          Suggestion.remedy(text.get(), Arrays.stream(values).map(wireName).toList()));
    }
    return value;
  }

  Optional<Integer> integer(Property property) {
    Shape.Whole allowed = property.shape(Shape.Whole.class);
    Optional<JsonNode> value = value(property);
    if (value.isPresent()
        && (!value.get().canConvertToExactIntegral()
            || !value.get().canConvertToInt()
            || value.get().asInt() < allowed.min()
            || value.get().asInt() > allowed.max())) {
      wrong(property, "is out of range", "give a whole number, " + property.range());
      return Optional.empty();
    }
    return value.map(JsonNode::asInt);
  }

  Optional<Duration> duration(Property property) {
    Shape.Span allowed = property.shape(Shape.Span.class);
    Optional<JsonNode> value = value(property);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = DurationText.parse(value.get());
    if (duration.isEmpty()) {
      wrong(property, "is not a duration", "give PT30S, or 30 for seconds");
    } else if (duration.get().compareTo(allowed.min()) < 0
        || duration.get().compareTo(allowed.max()) > 0) {
      wrong(property, "is out of range", "give a duration, " + property.range());
      return Optional.empty();
    }
    return duration;
  }

  boolean flag(Property property) {
    Optional<JsonNode> value = value(property);
    if (value.isPresent() && !value.get().isBoolean()) {
      wrong(property, "is neither true nor false", "give true or false");
    }
    return value.filter(JsonNode::isBoolean).map(JsonNode::asBoolean).orElse(false);
  }

  Optional<ObjectNode> object(Property property) {
    Optional<JsonNode> value = value(property);
    if (value.isPresent() && !value.get().isObject()) {
      wrong(property, "is not an object", "give " + property.type());
    }
    return value.filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  List<JsonNode> list(Property property) {
    Optional<JsonNode> value = value(property);
    if (value.isPresent() && !value.get().isArray()) {
      wrong(property, "is not a list", "give " + property.type());
    }
    List<JsonNode> items = new ArrayList<>();
    value.filter(JsonNode::isArray).ifPresent(array -> array.forEach(items::add));
    if (value.filter(JsonNode::isArray).isPresent()
        && items.size() < property.shape(Shape.Many.class).atLeast()) {
      wrong(property, "is empty", "give " + property.type() + ", " + property.range());
    }
    return items;
  }

  /** Reports a required property that is absent. */
  <T> Optional<T> required(Property property, Optional<T> value) {
    if (!has(property)) {
      problems.add(at(property.name()), "is missing", "give " + property.type());
    }
    return value;
  }

  /**
   * The id of a resource of the shape's types.
   *
   * @param what the kind of thing, for the message
   */
  Optional<ResourceId> id(Property property, String what) {
    Shape.Id allowed = property.shape(Shape.Id.class);
    Optional<String> text = text(property);
    Optional<ResourceId> id =
        text.flatMap(ResourceId::tryParse)
            .filter(i -> allowed.types().stream().anyMatch(i::isOfType));
    if (text.isPresent() && id.isEmpty()) {
      wrong(property, Quoted.of(text.get()) + " is not the id of " + what, exampleOf(allowed));
    }
    return id;
  }

  static String exampleOf(Shape.Id allowed) {
    return "use /subscriptions/<id>/resourceGroups/<group>/providers/"
        + allowed.types().get(0)
        + "/<name>";
  }

  void wrong(Property property, String message, String remedy) {
    problems.add(at(property.name()), message, remedy);
  }

  private Optional<JsonNode> value(Property property) {
    return Optional.ofNullable(node.get(property.name()));
  }
}
