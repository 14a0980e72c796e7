package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What differs between a record set that is wanted and the one that stands, field by field. The
 * order of addresses means nothing. What addresses an alias has at the moment is not ours to say.
 */
final class RecordFields {
  private static final String ADDRESSES = "addresses";
  private static final String TARGET = "targetResource.id";
  private static final String TTL = "ttl";

  private RecordFields() {}

  /** What changes; nothing when the standing record set is as wanted. */
  static List<FieldChange> differing(WantedRecord wanted, Optional<RecordSet> standing) {
    List<FieldChange> fields = new ArrayList<>();
    Optional<ResourceId> target = wanted.answer().target();
    boolean same =
        standing
            .map(r -> new TreeSet<>(r.addresses()))
            .equals(Optional.of(new TreeSet<>(wanted.answer().addresses())));
    if (target.isEmpty() && !same) {
      fields.add(
          new FieldChange(
              ADDRESSES,
              standing.map(r -> list(r.addresses())),
              Optional.of(list(wanted.answer().addresses()))));
    }
    Optional<ResourceId> followed = standing.flatMap(RecordSet::target);
    if (!followed.equals(target)) {
      fields.add(
          new FieldChange(
              TARGET, followed.map(RecordFields::text), target.map(RecordFields::text)));
    }
    if (!standing.map(RecordSet::ttlSeconds).equals(Optional.of(wanted.ttlSeconds()))) {
      fields.add(
          new FieldChange(
              TTL,
              standing.map(r -> LongNode.valueOf(r.ttlSeconds())),
              Optional.of(LongNode.valueOf(wanted.ttlSeconds()))));
    }
    return fields;
  }

  /** What is lost with a record set. */
  static List<FieldChange> held(RecordSet record) {
    return record
        .target()
        .map(
            target -> List.of(new FieldChange(TARGET, Optional.of(text(target)), Optional.empty())))
        .orElseGet(
            () ->
                List.of(
                    new FieldChange(
                        ADDRESSES, Optional.of(list(record.addresses())), Optional.empty())));
  }

  private static JsonNode text(ResourceId id) {
    return TextNode.valueOf(id.value());
  }

  private static JsonNode list(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
