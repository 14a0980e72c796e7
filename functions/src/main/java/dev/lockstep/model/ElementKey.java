package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;

/** Names one sub-resource of a gateway document. Azure compares names without case, so do we. */
public final class ElementKey implements Comparable<ElementKey> {
  private static final Comparator<ElementKey> ORDER =
      Comparator.comparing(ElementKey::collection).thenComparing(key -> key.folded);

  private final String collection;
  private final String name;
  // Keys are looked up far more often than made.
  private final String folded;
  private final int hash;

  /**
   * A key.
   *
   * @param collection the property that holds it, such as {@code httpListeners}
   * @param name its name inside the collection
   */
  public ElementKey(String collection, String name) {
    this.collection = requireNonNull(collection, "collection is null");
    this.name = requireNonNull(name, "name is null");
    this.folded = name.toLowerCase(Locale.ROOT);
    this.hash = 31 * collection.hashCode() + folded.hashCode();
  }

  /** The property that holds it, such as {@code httpListeners}. */
  public String collection() {
    return collection;
  }

  /** Its name inside the collection, as it was given. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementKey key
        && hash == key.hash
        && collection.equals(key.collection)
        && folded.equals(key.folded);
  }

  @Override
  public int hashCode() {
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
