package dev.lockstep.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/**
 * What is not ours is the same value in the same order, in every collection and outside of them.
 */
record ForeignUnchanged() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (plan.gatewayBody().isEmpty()) {
      return Verdict.allowed();
    }
    GatewayDocument before = input.observation().gateway().asValue().orElseThrow();
    ObjectNode foreignBefore = foreign(before.copy(), input.observation().owned(), plan);
    ObjectNode foreignAfter =
        foreign(plan.gatewayBody().get().deepCopy(), input.observation().owned(), plan);
    List<String> changed = new ArrayList<>();
    compare(foreignBefore, foreignAfter, changed);
    compare(foreignAfter, foreignBefore, changed);
    return changed.isEmpty()
        ? Verdict.allowed()
        : new Verdict.Refused(
            GuardCode.FOREIGN_CHANGED,
            "the new document would change " + changed.get(0),
            "report this as a defect of Lockstep; nothing was written");
  }

  /** The document without owned elements and without collections that are empty then. */
  private static ObjectNode foreign(ObjectNode document, OwnerRecord owned, Plan plan) {
    ObjectNode properties = document.withObjectProperty("properties");
    List<String> empty = new ArrayList<>();
    for (Entry<String, JsonNode> collection : properties.properties()) {
      if (collection.getValue().isArray()) {
        List<Integer> ours = new ArrayList<>();
        for (int i = 0; i < collection.getValue().size(); i++) {
          ElementKey key =
              new ElementKey(
                  collection.getKey(), collection.getValue().get(i).path("name").asText(""));
          if (owned.owns(key) || plan.ownedAfter().owns(key)) {
            ours.add(0, i);
          }
        }
        ours.forEach(((ArrayNode) collection.getValue())::remove);
      }
      boolean isList = collection.getValue().isArray() || collection.getValue().isNull();
      if (collection.getValue().isEmpty() && isList) {
        empty.add(collection.getKey());
      }
    }
    properties.remove(empty);
    return document;
  }

  private static void compare(ObjectNode one, ObjectNode other, List<String> changed) {
    for (Entry<String, JsonNode> field : one.properties()) {
      if (field.getKey().equals("properties")) {
        compare(
            one.withObjectProperty("properties"), other.withObjectProperty("properties"), changed);
      } else if (!field.getValue().equals(other.path(field.getKey()))) {
        changed.add(field.getKey());
      }
    }
  }
}
