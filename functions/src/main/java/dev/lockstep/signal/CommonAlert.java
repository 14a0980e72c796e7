package dev.lockstep.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The common alert schema of Azure Monitor (Microsoft Learn, alerts-common-schema). Read for what
 * it says of resources; unknown fields are left alone.
 */
public final class CommonAlert {
  /** The value of {@code schemaId}, and the type of the notices made from an alert. */
  public static final String TYPE = "azureMonitorCommonAlertSchema";

  private CommonAlert() {}

  /** What an alert's body says. */
  public sealed interface Reading {
    /**
     * One notice for each resource that the alert is about.
     *
     * @param notices at least one
     */
    record Understood(List<Notice> notices) implements Reading {
      public Understood {
        notices = List.copyOf(notices);
      }
    }

    /**
     * It is not an alert as documented.
     *
     * @param problems all of them
     */
    record Refused(List<InputProblem> problems) implements Reading {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Whether a document claims to be such an alert. */
  public static boolean claims(JsonNode body) {
    return TYPE.equalsIgnoreCase(body.path("schemaId").asText());
  }

  /** The notices of an alert, or everything that is wrong with it. */
  public static Reading read(JsonNode body) {
    List<InputProblem> problems = new ArrayList<>();
    if (!claims(body)) {
      problems.add(
          new InputProblem(
              "schemaId",
              body.path("schemaId").isMissingNode()
                  ? "is missing"
                  : "is '" + body.path("schemaId").asText() + "'",
              "expected '" + TYPE + "': switch on the common alert schema in the action group"));
      return new Reading.Refused(problems);
    }
    JsonNode essentials = body.path("data").path("essentials");
    Optional<String> rule = text(essentials, "alertRule", problems);
    Optional<String> condition = condition(essentials, problems);
    List<ResourceId> about = resources(essentials, problems);
    if (!problems.isEmpty()) {
      return new Reading.Refused(problems);
    }
    String words = condition.orElseThrow() + AlertWords.of(body.path("data").path("alertContext"));
    return new Reading.Understood(
        about.stream().map(id -> notice(essentials, rule.orElseThrow(), words, id)).toList());
  }

  private static Notice notice(JsonNode essentials, String rule, String words, ResourceId id) {
    String time = words.startsWith("Resolved") ? "resolvedDateTime" : "firedDateTime";
    return new Notice(
        TYPE,
        Optional.of(rule),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.of(essentials.path("alertId").asText()).filter(text -> !text.isBlank()),
        EventTime.parse(essentials.path(time).asText()),
        Optional.of(words));
  }

  private static Optional<String> condition(JsonNode essentials, List<InputProblem> problems) {
    Optional<String> condition = text(essentials, "monitorCondition", problems);
    for (String known : List.of("Fired", "Resolved")) {
      if (condition.filter(known::equalsIgnoreCase).isPresent()) {
        return Optional.of(known);
      }
    }
    condition.ifPresent(
        given ->
            problems.add(
                problem("monitorCondition", "is '" + given + "'", "expected Fired or Resolved")));
    return condition;
  }

  private static List<ResourceId> resources(JsonNode essentials, List<InputProblem> problems) {
    JsonNode ids = essentials.path("alertTargetIDs");
    if (!ids.isArray() || ids.isEmpty()) {
      problems.add(
          problem(
              "alertTargetIDs",
              ids.isMissingNode() ? "is missing" : "is not a list with an entry",
              "expected the ids of the resources that the alert is about"));
    }
    List<ResourceId> resources = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String given = ids.path(i).asText();
      Optional<ResourceId> id = ResourceId.tryParse(given.strip());
      id.ifPresent(resources::add);
      if (id.isEmpty()) {
        problems.add(
            problem(
                "alertTargetIDs[" + i + "]",
                "'" + given + "' is not a resource id",
                "expected /subscriptions/<id>/resourceGroups/<group>/providers/<type>/<name>"));
      }
    }
    return resources;
  }

  private static Optional<String> text(
      JsonNode essentials, String field, List<InputProblem> problems) {
    JsonNode value = essentials.path(field);
    if (value.isTextual() && !value.asText().isBlank()) {
      return Optional.of(value.asText().strip());
    }
    problems.add(
        problem(
            field,
            value.isMissingNode() ? "is missing" : "is not a text",
            "expected as documented in the common alert schema"));
    return Optional.empty();
  }

  private static InputProblem problem(String field, String problem, String remedy) {
    return new InputProblem("data.essentials." + field, problem, remedy);
  }
}
