package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.plan.Snapshot.Before;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a change back: owned elements as a snapshot holds them, put into the document as it is now.
 *
 * <pre>
 * in the snapshot | there now | then
 * ----------------+-----------+-----------------------------------------------------------
 * as it was       | yes       | its content is put back, in its place
 * as it was       | no        | put back at the end of its collection
 * not there then  | yes       | taken out
 * not there then  | no        | nothing
 * </pre>
 *
 * Of a few host names only, elements that several share follow those that refer to them: one that
 * what is put back needs comes back, one that the change made goes when nobody needs it any more.
 */
public final class PutBack {
  private static final String REASON = "put back as it was before the change";
  private static final String NOBODY = "";

  private final GatewayDocument document;
  private final Snapshot snapshot;
  private final DocumentEdit edit;
  private final List<Change> changes = new ArrayList<>();
  private final Map<ElementKey, Owned> owned;

  private PutBack(GatewayDocument document, OwnerRecord owner, Snapshot snapshot) {
    this.document = document;
    this.snapshot = snapshot;
    this.edit = new DocumentEdit(document);
    this.owned = new HashMap<>(owner.elements());
  }

  /**
   * The plan that takes the change back.
   *
   * @param input what is there now
   * @param hosts the host names whose elements are put back; empty for all of the snapshot
   */
  public static Plan of(PlanInput input, Snapshot snapshot, Set<HostName> hosts) {
    GatewayDocument document = input.observation().gateway().asValue().orElseThrow();
    PutBack work = new PutBack(document, input.observation().owned(), snapshot);
    work.perform(hosts);
    return work.plan(input);
  }

  /** A plan that writes the document as it is: the gateway reads anew what it refers to. */
  public static Plan identical(PlanInput input) {
    GatewayDocument document = input.observation().gateway().asValue().orElseThrow();
    return new PutBack(document, input.observation().owned(), Snapshot.EMPTY)
        .plan(input, Optional.of(document.copy()));
  }

  private void perform(Set<HostName> hosts) {
    Set<ElementKey> wanted = new TreeSet<>();
    snapshot
        .elements()
        .forEach(
            (key, before) -> {
              if (hosts.isEmpty() || before.owned().host().filter(hosts::contains).isPresent()) {
                wanted.add(key);
              }
            });
    wanted.addAll(sharedBy(wanted));
    wanted.forEach(key -> putBack(key, snapshot.elements().get(key)));
    sweep(wanted);
  }

  /** The shared elements of the snapshot to which its wanted ones refer. */
  private Set<ElementKey> sharedBy(Set<ElementKey> wanted) {
    Set<ElementKey> shared = new TreeSet<>();
    for (ElementKey key : wanted) {
      Optional<ObjectNode> json = snapshot.elements().get(key).json();
      json.ifPresent(
          element ->
              References.of(document, new Element(key, element)).stream()
                  .filter(used -> isShared(used) && !isMade(used))
                  .forEach(shared::add));
    }
    return shared;
  }

  private boolean isShared(ElementKey key) {
    return Optional.ofNullable(snapshot.elements().get(key))
        .filter(before -> before.owned().host().isEmpty())
        .isPresent();
  }

  private boolean isMade(ElementKey key) {
    return snapshot.elements().get(key).json().isEmpty();
  }

  private void putBack(ElementKey key, Before before) {
    Optional<JsonNode> standing = edit.look(key);
    if (before.json().isPresent()) {
      ObjectNode properties = properties(before.json().get());
      if (standing.isEmpty()) {
        edit.append(key, properties.deepCopy());
        changed(Change.Kind.ADD, key, before);
      } else if (!ReadOnlyParts.without(properties(standing.get())).equals(properties)) {
        edit.find(key).orElseThrow().set("properties", properties.deepCopy());
        changed(Change.Kind.UPDATE, key, before);
      }
      owned.put(key, before.owned());
    } else if (standing.isPresent()) {
      takeOut(key, before);
    }
  }

  private void sweep(Set<ElementKey> done) {
    List<ElementKey> made =
        snapshot.elements().keySet().stream()
            .filter(key -> !done.contains(key) && isShared(key) && isMade(key))
            .filter(key -> edit.look(key).isPresent())
            .toList();
    if (made.isEmpty()) {
      return;
    }
    Set<ElementKey> used = new HashSet<>();
    edit.elements().forEach(element -> used.addAll(References.of(document, element)));
    made.stream()
        .filter(key -> !used.contains(key))
        .forEach(key -> takeOut(key, snapshot.elements().get(key)));
  }

  private void takeOut(ElementKey key, Before before) {
    edit.remove(key);
    owned.remove(key);
    changed(Change.Kind.REMOVE, key, before);
  }

  private void changed(Change.Kind kind, ElementKey key, Before before) {
    List<FieldChange> fields = new ArrayList<>();
    if (kind != Change.Kind.REMOVE) {
      Leaves.of(properties(before.json().orElseThrow()), "properties")
          .forEach(
              (path, value) ->
                  fields.add(new FieldChange(path, Optional.empty(), Optional.of(value))));
    }
    changes.add(
        new Change(
            kind,
            new Subject.GatewayElement(key),
            fields,
            REASON,
            before.owned().host(),
            // The word of no binding: neither its mode nor its delete cap speaks of this.
            NOBODY));
  }

  private Plan plan(PlanInput input) {
    return plan(input, changes.isEmpty() ? Optional.empty() : Optional.of(edit.body()));
  }

  private Plan plan(PlanInput input, Optional<ObjectNode> body) {
    changes.sort(ChangeOrder.OF_CHANGES);
    return new Plan(
        input.observation().gatewayId(),
        changes,
        List.of(),
        List.of(),
        List.of(),
        body,
        List.of(),
        new OwnerRecord(owned),
        PlanDigest.of(input.observation().gatewayId(), changes));
  }

  private static ObjectNode properties(JsonNode element) {
    return element.path("properties") instanceof ObjectNode properties
        ? properties
        : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  }
}
