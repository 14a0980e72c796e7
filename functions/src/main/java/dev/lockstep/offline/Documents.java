package dev.lockstep.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources found in the files, told apart by their own id. A file may hold a GET body, a list
 * page, or an exchange that was recorded.
 */
final class Documents {
  /**
   * A resource and where it was found.
   *
   * @param file the file's name
   * @param body the resource
   */
  record Found(String file, ObjectNode body) {}

  private final Map<ResourceId, Found> byId = new LinkedHashMap<>();
  private final List<Found> twice = new ArrayList<>();
  private final List<Answer> answersToWrites = new ArrayList<>();

  /** Takes in everything that a file holds; what has no resource id is passed over. */
  void add(String file, JsonNode json) {
    if (json.path("interactions").isArray()) {
      json.path("interactions").forEach(i -> add(file, i.path("response").path("body")));
    } else if (json.has("request") && json.path("response").has("body")) {
      JsonNode body = json.path("response").path("body");
      if (json.path("request").path("method").asText("GET").equalsIgnoreCase("GET")) {
        add(file, body);
      } else {
        answersToWrites.add(new Answer(file, body));
      }
    } else if (json.path("data").isObject() && !json.has("id")) {
      add(file, json.path("data"));
    } else if (json.path("value").isArray() && !json.has("id")) {
      json.path("value").forEach(item -> add(file, item));
    } else if (json instanceof ObjectNode body) {
      ResourceId.tryParse(json.path("id").asText()).ifPresent(id -> put(id, file, body));
    }
  }

  /** Takes in what was answered to writes, where no GET says how the resource is. */
  void settle() {
    List<ResourceId> read = ids();
    for (Answer answer : answersToWrites) {
      Optional<ResourceId> id = ResourceId.tryParse(answer.body().path("id").asText());
      if (id.filter(read::contains).isEmpty()) {
        add(answer.file(), answer.body());
      }
    }
  }

  private record Answer(String file, JsonNode body) {}

  private void put(ResourceId id, String file, ObjectNode body) {
    Found earlier = byId.putIfAbsent(id, new Found(file, body));
    if (earlier != null && !earlier.body().equals(body)) {
      twice.add(new Found(earlier.file() + " and " + file, body));
    }
  }

  /** All resources of a type, in the order of the files. */
  List<Found> ofType(String type) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getKey().isOfType(type))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All resources below a parent. */
  List<Found> childrenOf(ResourceId parent) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getKey().key().startsWith(parent.key() + "/"))
        .map(Map.Entry::getValue)
        .toList();
  }

  Optional<Found> find(ResourceId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Resources of which two files say different things. */
  List<Found> contradictions() {
    return twice;
  }

  /** The ids of all resources. */
  List<ResourceId> ids() {
    return List.copyOf(byId.keySet());
  }
}
