package dev.lockstep.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import java.util.List;
import java.util.Optional;

/** The newest plan in a target's journal, as data. A run that had to wait made none. */
final class LatestPlan {
  private static final ObjectMapper JSON = new ObjectMapper();
  // The journal keeps 600 records of a target and removes the oldest every 25 runs.
  private static final int MORE_THAN_KEPT = 1000;
  private static final int LOOKED_AT = 5;

  private final Blobs journal;

  LatestPlan(Blobs journal) {
    this.journal = journal;
  }

  /** The plan as the journal holds it; empty when none of the latest records has one. */
  Optional<JsonNode> of(TargetId target) {
    List<String> names = journal.list(target + "/", MORE_THAN_KEPT);
    for (int i = names.size() - 1; i >= Math.max(0, names.size() - LOOKED_AT); i--) {
      Optional<JsonNode> plan = planIn(names.get(i));
      if (plan.isPresent()) {
        return plan;
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> planIn(String name) {
    return journal
        .read(name)
        .map(record -> parse(record.content()).path("plan"))
        .filter(JsonNode::isObject);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // A record that somebody damaged says nothing; the one before it may.
      return JSON.missingNode();
    }
  }
}
