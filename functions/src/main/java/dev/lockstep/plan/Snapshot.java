package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The owned elements that a change touches, as they stood on the gateway before it. What it does
 * not touch needs no remembering, and what is foreign is never put back.
 *
 * @param usable whether this is a state to go back to: the gateway was {@code Succeeded}, and there
 *     was room for all that is touched
 * @param elements by key
 */
public record Snapshot(boolean usable, SortedMap<ElementKey, Before> elements) {
  /** Of a change that touches no owned element. */
  public static final Snapshot EMPTY = new Snapshot(true, new TreeMap<>());

  // A gateway full of elements (Microsoft Learn, application-gateway-limits: 100 listeners, pools,
  // settings …), about half a megabyte of state.
  private static final int MOST_ELEMENTS = 1000;
  // The gateway never returns these; should it ever, they are not ours to keep.
  private static final List<String> SECRETS = List.of("password", "pfx", "privateKey");

  public Snapshot {
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
  }

  /**
   * An element before a change.
   *
   * @param owned what the owner record says of it, before or after the change
   * @param json the element as it was read; empty when the change made it
   */
  public record Before(Owned owned, Optional<ObjectNode> json) {}

  /** What a plan is about to touch, on the document that it was made on. */
  public static Snapshot of(GatewayDocument document, OwnerRecord owned, Plan plan) {
    Map<ElementKey, Before> elements = new TreeMap<>();
    for (Change change : plan.changes()) {
      if (change.subject() instanceof Subject.GatewayElement subject) {
        ElementKey key = subject.key();
        Optional<ObjectNode> json = document.element(key).map(Snapshot::withoutSecrets);
        owned
            .of(key)
            .or(() -> plan.ownedAfter().of(key))
            .ifPresent(owner -> elements.put(key, new Before(owner, json)));
      }
    }
    return elements.size() > MOST_ELEMENTS
        ? new Snapshot(false, new TreeMap<>())
        : new Snapshot(document.isSettled(), new TreeMap<>(elements));
  }

  /** This state of before, for all that a later change has touched as well. */
  public Snapshot andThen(Snapshot later) {
    SortedMap<ElementKey, Before> all = new TreeMap<>(later.elements);
    all.putAll(elements);
    return new Snapshot(usable && later.usable, all);
  }

  private static ObjectNode withoutSecrets(Element element) {
    ObjectNode copy = element.json().deepCopy();
    copy.remove(List.of("etag", "provisioningState"));
    if (copy.path("properties") instanceof ObjectNode properties) {
      ObjectNode kept = ReadOnlyParts.without(properties);
      if (element.key().collection().equals("sslCertificates")) {
        kept.remove("data");
      }
      strip(kept);
      copy.set("properties", kept);
    }
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(SECRETS);
    }
    node.forEach(Snapshot::strip);
  }
}
