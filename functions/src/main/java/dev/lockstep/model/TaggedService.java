package dev.lockstep.model;

import java.util.Map;
import java.util.Optional;

/**
 * An API Management service as a list shows it: its id and its tags.
 *
 * @param id the service
 * @param tags values by name
 */
public record TaggedService(ResourceId id, Map<String, String> tags) {
  public TaggedService {
    tags = Map.copyOf(tags);
  }

  /** The value of a tag; names are the same in any case (Microsoft Learn, tag-resources). */
  public Optional<String> tag(String name) {
    return tags.entrySet().stream()
        .filter(tag -> tag.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
