package dev.lockstep.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which elements of the gateway are ours, by the target's own record. The name prefix alone proves
 * nothing: an element is owned when it stands here (design 5.4).
 *
 * @param elements the owned elements by key
 */
public record OwnerRecord(SortedMap<ElementKey, Owned> elements) {
  /** Nothing owned yet. */
  public static final OwnerRecord EMPTY = new OwnerRecord(Map.of());

  public OwnerRecord {
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
  }

  /** An owner record of these elements. */
  public OwnerRecord(Map<ElementKey, Owned> elements) {
    this((SortedMap<ElementKey, Owned>) new TreeMap<>(elements));
  }

  /** Whether the element is ours. */
  public boolean owns(ElementKey key) {
    return elements.containsKey(key);
  }

  /** What the record says of an element. */
  public Optional<Owned> of(ElementKey key) {
    return Optional.ofNullable(elements.get(key));
  }

  /** Without the elements that the document does not have. */
  public OwnerRecord within(GatewayDocument document) {
    Map<ElementKey, Owned> present = new TreeMap<>(elements);
    present.keySet().removeIf(key -> document.element(key).isEmpty());
    return new OwnerRecord(present);
  }

  /**
   * What is recorded of one owned element.
   *
   * @param service the service it was made for
   * @param host the host name it was made for; empty for an element that several share
   * @param hash hash of the element's content as we last wrote or adopted it
   * @param adopted whether it was made by hand and taken over by confirmation
   */
  public record Owned(ResourceId service, Optional<HostName> host, String hash, boolean adopted) {}
}
