package dev.lockstep.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.TagBinding;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.StorageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was discovered, in a blob of the state container: every worker knows it without a list of
 * its own, and a list that fails later takes nothing away.
 */
final class DiscoveryMemory {
  static final String BLOB = "discovered.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Blobs blobs;
  private final Optional<String> frontend;
  private final Consumer<LogLine> warnings;

  /**
   * @param frontend where the listeners of discovered services stand, as configured now
   */
  DiscoveryMemory(Blobs blobs, Optional<String> frontend, Consumer<LogLine> warnings) {
    this.blobs = blobs;
    this.frontend = frontend;
    this.warnings = warnings;
  }

  /** What was discovered last; empty when that cannot be told, which is told in the log. */
  Optional<List<Binding>> recall() {
    try {
      Optional<Blobs.Versioned> blob = blobs.read(BLOB);
      return Optional.of(blob.isPresent() ? decode(blob.get().content()) : List.of());
    } catch (StorageFailure e) {
      return notRecalled(e, "nothing is discovered anew until it can be read");
    } catch (ConfigurationProblems | IllegalArgumentException e) {
      return notRecalled(e, "delete the blob: the next drift check finds the services again");
    }
  }

  private Optional<List<Binding>> notRecalled(RuntimeException e, String remedy) {
    warnings.accept(
        LogLine.of("discovery not recalled")
            .with("blob", BLOB)
            .with("error", e.getMessage())
            .with("remedy", remedy));
    return Optional.empty();
  }

  /** Keeps it; a failure is told in the log, and the next look tries again. */
  void keep(List<Binding> bindings) {
    try {
      blobs.write(BLOB, encode(bindings), new Blobs.Condition.Always(), Optional.empty());
    } catch (StorageFailure e) {
      warnings.accept(
          LogLine.of("discovery not kept").with("blob", BLOB).with("error", e.getMessage()));
    }
  }

  private static String encode(List<Binding> bindings) {
    ArrayNode list = JSON.createArrayNode();
    for (Binding binding : bindings) {
      ObjectNode entry = list.addObject();
      entry.put("name", binding.name()).put("service", binding.service().value());
      entry.put("gateway", binding.gateway().value());
      ArrayNode zones = entry.putArray("zones");
      binding.zones().forEach(zone -> zones.add(zone.value()));
    }
    return list.toString();
  }

  private List<Binding> decode(String json) {
    try {
      List<Binding> bindings = new ArrayList<>();
      for (JsonNode entry : JSON.readTree(json)) {
        List<String> zones = new ArrayList<>();
        entry.path("zones").forEach(zone -> zones.add(zone.asText()));
        bindings.add(
            TagBinding.of(
                entry.path("name").asText(),
                new ResourceId(entry.path("service").asText()),
                entry.path("gateway").asText(),
                zones,
                frontend));
      }
      return bindings;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not JSON", e);
    }
  }
}
