package dev.lockstep.reconcile;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.Map;
import java.util.TreeMap;

/**
 * The owner record over time. What a PUT will make is recorded before it is sent, so that an
 * element is never on the gateway without being ours; what is gone is forgotten only when nothing
 * has been written for a while, since a read may lag behind a write.
 */
final class Ownership {
  private Ownership() {}

  /** What is owned while a change is on its way: all of before and all of after. */
  static OwnerRecord union(OwnerRecord before, OwnerRecord after) {
    Map<ElementKey, Owned> elements = new TreeMap<>(before.elements());
    elements.putAll(after.elements());
    return new OwnerRecord(elements);
  }
}
