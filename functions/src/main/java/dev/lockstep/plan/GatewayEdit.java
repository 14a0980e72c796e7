package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes wanted elements into the document, takes others out, and keeps account of both.
 *
 * <pre>
 * wanted | present | owned | then
 * -------+---------+-------+---------------------------------------------------------
 * yes    | no      | -     | added at the end of its collection
 * yes    | yes     | yes   | changed in place where it differs in what we set, or left;
 *        |         |       | always left under create-only
 * yes    | yes     | no    | nameCollision: the site was held before ({@link Wanted})
 * no     | yes     | yes   | taken out when its host name leaves or it is replaced,
 *        |         |       | or when nothing refers to a shared one; else left
 * no     | yes     | no    | left, always
 * no     | no      | yes   | forgotten by the owner record
 * </pre>
 */
final class GatewayEdit {
  private final Estate estate;
  private final DocumentEdit edit;
  private final List<Change> changes = new ArrayList<>();
  private final Map<ElementKey, Owned> owned;

  GatewayEdit(Estate estate) {
    this.estate = estate;
    this.edit = new DocumentEdit(estate.document());
    this.owned = new HashMap<>(estate.owned().elements());
  }

  /**
   * Adds the elements of all sites, or brings them to what is wanted.
   *
   * @param priorities of the rules that are new or move
   * @param createOnly bindings that leave what is there as it is
   */
  void write(
      Collection<WantedElement> elements,
      Map<ElementKey, Integer> priorities,
      Set<String> createOnly) {
    for (WantedElement element : elements) {
      if (createOnly.contains(element.binding()) && estate.owned().owns(element.key())) {
        continue;
      }
      Optional<Integer> priority = Optional.ofNullable(priorities.get(element.key()));
      edit.look(element.key())
          .ifPresentOrElse(
              standing -> update(element, standing, priority), () -> add(element, priority));
      own(element);
    }
  }

  /** Takes an owned element out. */
  void remove(ElementKey key, String binding, String reason) {
    Optional<HostName> host = estate.owned().of(key).flatMap(Owned::host);
    List<FieldChange> fields = new ArrayList<>();
    edit.find(key)
        .map(element -> element.path("properties"))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .map(ReadOnlyParts::without)
        .ifPresent(
            properties ->
                Leaves.of(properties, "properties")
                    .forEach(
                        (path, value) ->
                            fields.add(
                                new FieldChange(path, Optional.of(value), Optional.empty()))));
    edit.remove(key);
    owned.remove(key);
    changes.add(
        new Change(
            Change.Kind.REMOVE, new Subject.GatewayElement(key), fields, reason, host, binding));
  }

  private void add(WantedElement element, Optional<Integer> priority) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    element.properties().properties().stream()
        .filter(e -> !e.getValue().isNull() && !(e.getValue().isArray() && e.getValue().isEmpty()))
        .forEach(e -> properties.set(e.getKey(), e.getValue().deepCopy()));
    priority.ifPresent(value -> properties.put("priority", value));
    List<FieldChange> fields = new ArrayList<>();
    Leaves.of(properties, "properties")
        .forEach(
            (path, value) ->
                fields.add(new FieldChange(path, Optional.empty(), Optional.of(value))));
    edit.append(element.key(), properties);
    change(Change.Kind.ADD, element, fields, Reasons.add(element));
  }

  private void update(WantedElement element, JsonNode standing, Optional<Integer> priority) {
    ObjectNode wanted = element.properties();
    if (priority.isPresent()) {
      wanted = wanted.deepCopy().put("priority", priority.get());
    }
    if (!FieldMerge.differs(standing.path("properties"), wanted)) {
      return;
    }
    ObjectNode copy = edit.find(element.key()).orElseThrow();
    List<FieldChange> fields =
        FieldMerge.into(copy.withObjectProperty("properties"), wanted, "properties");
    boolean moves = fields.size() == 1 && priority.isPresent();
    if (!fields.isEmpty()) {
      change(
          Change.Kind.UPDATE,
          element,
          fields,
          moves ? Reasons.moved(element) : Reasons.update(element));
    }
  }

  private void change(
      Change.Kind kind, WantedElement element, List<FieldChange> fields, String reason) {
    changes.add(
        new Change(
            kind,
            new Subject.GatewayElement(element.key()),
            fields,
            reason,
            element.host(),
            element.binding()));
  }

  private void own(WantedElement element) {
    Optional<Owned> before = estate.owned().of(element.key());
    owned.put(
        element.key(),
        new Owned(
            // A shared element stays with the service it was first made for.
            element.host().isPresent()
                ? element.service()
                : before.map(Owned::service).orElse(element.service()),
            element.host(),
            ContentHash.of(element.properties()),
            before.map(Owned::adopted).orElse(false)));
  }

  List<Change> changes() {
    return changes;
  }

  List<Element> elements() {
    return edit.elements();
  }

  ObjectNode body() {
    return edit.body();
  }

  OwnerRecord ownedAfter() {
    return new OwnerRecord(owned);
  }
}
