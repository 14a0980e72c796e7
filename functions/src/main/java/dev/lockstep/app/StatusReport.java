package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.Binding;
import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import java.util.List;

/** What is known of each target: from its state and its journal, without a request to ARM. */
final class StatusReport {
  private final Estate estate;
  private final Runs runs;
  private final LatestPlan latest;

  StatusReport(Estate estate, Runs runs, LatestPlan latest) {
    this.estate = estate;
    this.runs = runs;
    this.latest = latest;
  }

  /** One entry per target, and what is left of those that no binding names any more. */
  ObjectNode report() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instance", estate.instance().value());
    ArrayNode targets = body.putArray("targets");
    estate.targets().forEach((target, bindings) -> targets.add(entry(target, bindings)));
    ArrayNode left = new LeftBehind(runs).report();
    if (!left.isEmpty()) {
      body.set("unbound", left);
    }
    return body;
  }

  private ObjectNode entry(TargetId target, List<Binding> bindings) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("target", target.value()).put("gateway", bindings.get(0).gateway().value());
    ArrayNode list = entry.putArray("bindings");
    bindings.forEach(binding -> list.add(binding(binding)));
    try {
      StateEntry.fill(entry, runs.state(target));
    } catch (UnreadableState e) {
      entry
          .putObject("problem")
          .put("message", "the state of the target cannot be read: " + e.getMessage())
          .put("remedy", "deploy the version that wrote it");
    }
    latest
        .of(target)
        .ifPresent(
            plan -> {
              entry.set("blocked", plan.path("blocked").deepCopy());
              entry.set("warnings", plan.path("warnings").deepCopy());
            });
    return entry;
  }

  private static ObjectNode binding(Binding binding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", binding.name()).put("service", binding.service().value());
    ArrayNode zones = json.putArray("zones");
    binding.zones().forEach(zone -> zones.add(zone.value()));
    ArrayNode endpoints = json.putArray("endpoints");
    binding.endpoints().keySet().stream().sorted().forEach(type -> endpoints.add(type.wireName()));
    return json.put("mode", binding.mode().name().toLowerCase(java.util.Locale.ROOT));
  }
}
