package dev.lockstep.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.Shape;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** One {@link Shape} in the words of JSON Schema. */
final class ShapeSchema {
  private ShapeSchema() {}

  static ObjectNode write(ObjectNode schema, Shape shape) {
    if (shape.equals(Shape.TEXT)) {
      return schema.put("type", "string").put("pattern", "\\S");
    } else if (shape instanceof Shape.Text text) {
      return schema.put("type", "string").put("pattern", whole(text.pattern()));
    } else if (shape instanceof Shape.Choice choice) {
      choice.words().forEach(schema.putArray("enum")::add);
      return schema;
    } else if (shape instanceof Shape.Whole number) {
      return whole(schema, number.min(), number.max());
    } else if (shape instanceof Shape.Span span) {
      return span(schema, span);
    } else if (shape instanceof Shape.Flag) {
      return schema.put("type", "boolean");
    } else if (shape instanceof Shape.Id id) {
      return schema.put("type", "string").put("pattern", pattern(id));
    } else if (shape instanceof Shape.ScopeId) {
      return schema
          .put("type", "string")
          .put(
              "pattern",
              whole("/subscriptions/[^/]+(/" + ignoringCase("resourceGroups") + "/[^/]+)?"));
    } else if (shape instanceof Shape.Many many) {
      schema.put("type", "array").put("uniqueItems", true);
      if (many.atLeast() > 0) {
        schema.put("minItems", many.atLeast());
      }
      write(schema.putObject("items"), many.item());
      return schema;
    } else if (shape instanceof Shape.ByName byName) {
      write(schema.put("type", "object").putObject("additionalProperties"), byName.value());
      return schema;
    } else if (shape instanceof Shape.ByEndpointType byType) {
      return BindingsSchema.byEndpointType(schema, byType.value());
    } else if (shape instanceof Shape.Group group) {
      return schema.put("$ref", "#/$defs/" + group.name());
    }
    return schema;
  }

  private static ObjectNode span(ObjectNode schema, Shape.Span span) {
    var forms = schema.putArray("anyOf");
    forms.addObject().put("type", "string").put("pattern", whole(Shape.Span.PATTERN));
    whole(forms.addObject(), seconds(span.min()), seconds(span.max()));
    return schema;
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }

  private static ObjectNode whole(ObjectNode schema, int min, int max) {
    return schema.put("type", "integer").put("minimum", min).put("maximum", max);
  }

  private static String pattern(Shape.Id id) {
    String types =
        id.types().stream()
            .map(ShapeSchema::ignoringCase)
            .collect(Collectors.joining("|", "(", ")"));
    return whole(
        "/subscriptions/[^/]+/"
            + ignoringCase("resourceGroups")
            + "/[^/]+/"
            + ignoringCase("providers")
            + "/"
            + types
            + "/[^/]+");
  }

  private static String whole(String pattern) {
    return "^(" + pattern + ")$";
  }

  /** ECMA-262 has no flag for this inside an expression. */
  private static String ignoringCase(String text) {
    return text.chars()
        .mapToObj(
            c ->
                Character.isLetter(c)
                    ? "[" + lower(c) + lower(c).toUpperCase(Locale.ROOT) + "]"
                    : c == '.' ? "\\." : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String lower(int c) {
    return Character.toString(c).toLowerCase(Locale.ROOT);
  }
}
