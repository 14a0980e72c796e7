package dev.lockstep.simulator.govern;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.access.ActionPattern;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Optional;

/**
 * An assigned policy whose effect is {@code deny}: writes that match it are refused, whoever asks.
 *
 * @param name name of its definition and of its assignment
 * @param scope where it is assigned
 * @param type type of the resources it looks at; {@code *} stands for any run of characters
 * @param tag the tag that a document must have; empty denies every write
 */
public record Policy(String name, ResourceId scope, ActionPattern type, Optional<String> tag) {
  private static final String AUTHORIZATION = "/providers/Microsoft.Authorization/";

  public Policy {
    requireNonNull(name, "name is null");
    requireNonNull(scope, "scope is null");
    requireNonNull(type, "type is null");
    requireNonNull(tag, "tag is null");
  }

  /** Whether it denies a write. */
  boolean denies(String method, String ofType, ResourceId id, JsonNode body) {
    boolean write = method.equals("PUT") || method.equals("PATCH");
    return write
        && Lock.covers(scope, id)
        && type.matches(ofType)
        && tag.filter(wanted -> body.path("tags").has(wanted)).isEmpty();
  }

  /** Assignment and definition, as the text of a refusal names them. */
  ObjectNode identifiers() {
    ObjectNode shown = Json.object();
    shown.putObject("policyAssignment").put("name", name).put("id", assignmentId());
    shown.putObject("policyDefinition").put("name", name).put("id", definitionId());
    return shown;
  }

  /** What a refusal tells beside its text (Microsoft Learn, error-policy-requestdisallowedby). */
  ObjectNode violation() {
    ObjectNode violation = Json.object().put("type", "PolicyViolation");
    violation
        .putObject("info")
        .put("policyDefinitionDisplayName", name)
        .put("policyDefinitionId", definitionId())
        .put("policyDefinitionName", name)
        .put("policyDefinitionEffect", "deny")
        .put("policyAssignmentId", assignmentId())
        .put("policyAssignmentName", name)
        .put("policyAssignmentScope", scope.toString());
    return violation;
  }

  private String assignmentId() {
    return scope + AUTHORIZATION + "policyAssignments/" + name;
  }

  private String definitionId() {
    return ResourceId.ofSubscription(scope.subscription().orElse(""))
        + AUTHORIZATION
        + "policyDefinitions/"
        + name;
  }
}
