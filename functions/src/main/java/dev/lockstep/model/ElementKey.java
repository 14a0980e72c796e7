package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Names one sub-resource of a gateway document. Azure compares names without case, so do we.
 *
 * @param collection the property that holds it, such as {@code httpListeners}
 * @param name its name inside the collection
 */
public record ElementKey(String collection, String name) implements Comparable<ElementKey> {
  private static final Comparator<ElementKey> ORDER =
      Comparator.comparing(ElementKey::collection)
          .thenComparing(ElementKey::name, String.CASE_INSENSITIVE_ORDER);

  public ElementKey {
    requireNonNull(collection, "collection is null");
    requireNonNull(name, "name is null");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementKey key
        && collection.equals(key.collection)
        && name.equalsIgnoreCase(key.name);
  }

  @Override
  public int hashCode() {
    int hash = collection.hashCode();
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
    }
    return hash;
  }

  @Override
  public int compareTo(ElementKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return collection + "/" + name;
  }
}
