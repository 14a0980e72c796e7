package dev.lockstep.simulator.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a role from the JSON form that {@code az role definition create} takes. */
public final class RoleFile {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "description",
          "iscustom",
          "actions",
          "notactions",
          "dataactions",
          "notdataactions",
          "assignablescopes");

  private final List<String> problems = new ArrayList<>();
  private final JsonNode json;

  private RoleFile(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads a role. Its assignable scopes say where it may be assigned, not where it is.
   *
   * @param source what messages call it, such as the file name
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  public static RoleDefinition read(String source, byte[] text) {
    try {
      return new RoleFile(Json.parse(text)).role(source);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          source + " is no JSON: " + malformed.getOriginalMessage() + "; correct it", malformed);
    }
  }

  private RoleDefinition role(String source) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(source + " is no JSON object; give one role per file");
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                problems.add("'" + name + "' is not known; remove it");
              }
            });
    JsonNode name = field("Name");
    if (!name.isTextual()) {
      problems.add("'Name' is missing; give the role a name");
    }
    RoleDefinition role =
        new RoleDefinition(
            name.asText(""),
            patterns("Actions"),
            patterns("NotActions"),
            patterns("DataActions"),
            patterns("NotDataActions"));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(source + ": " + String.join("; ", problems));
    }
    return role;
  }

  private List<ActionPattern> patterns(String name) {
    JsonNode list = field(name);
    List<ActionPattern> patterns = new ArrayList<>();
    if (!list.isMissingNode() && !list.isArray()) {
      problems.add("'" + name + "' must be an array of actions");
    }
    for (JsonNode action : list) {
      if (action.isTextual() && !action.textValue().isBlank()) {
        patterns.add(new ActionPattern(action.textValue()));
      } else {
        problems.add("'" + name + "' holds " + action + "; an action is a text");
      }
    }
    return patterns;
  }

  /** The command line writes names with a capital, the REST interface without. */
  private JsonNode field(String name) {
    return json.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(JsonNodeFactory.instance::missingNode);
  }
}
