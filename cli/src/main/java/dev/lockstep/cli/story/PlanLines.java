package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A journaled plan in a few lines: what changed, before and after, and why. */
final class PlanLines {
  private static final Map<String, String> SIGNS = Map.of("add", "+", "update", "~", "remove", "-");

  private PlanLines() {}

  /**
   * @param entry the run that made the change
   * @param all every run, to tell of the looks that followed
   */
  static String of(JsonNode entry, List<JsonNode> all) {
    StringBuilder text = new StringBuilder("plan " + entry.at("/plan/hash").asText());
    JsonNode cause = entry.at("/trigger/cause");
    if (cause.has("detail")) {
      text.append(", because of: ").append(cause.path("detail").asText());
    }
    for (JsonNode change : entry.at("/plan/changes")) {
      JsonNode subject = change.path("subject");
      String name =
          subject.has("collection")
              ? subject.path("collection").asText() + "/" + subject.path("name").asText()
              : "A record " + subject.path("name").asText();
      String kind = change.path("kind").asText();
      text.append("\n  ").append(SIGNS.getOrDefault(kind, "?")).append(' ').append(name);
      text.append("  # ").append(change.path("reason").asText());
      if (kind.equals("update")) {
        change.path("fields").forEach(field -> text.append("\n      ").append(fieldLine(field)));
      }
    }
    text.append("\n  outcome ").append(entry.at("/outcome/name").asText());
    all.stream()
        .filter(later -> later.path("run").asLong() > entry.path("run").asLong())
        .forEach(
            later ->
                text.append(", then ")
                    .append(later.at("/trigger/name").asText())
                    .append(": ")
                    .append(later.at("/outcome/name").asText()));
    return text.toString();
  }

  private static String fieldLine(JsonNode field) {
    String before = field.has("before") ? field.path("before").toString() : "(absent)";
    String after = field.has("after") ? field.path("after").toString() : "(absent)";
    return field.path("path").asText() + ": " + before + " -> " + after;
  }
}
