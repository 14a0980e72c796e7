package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.lockstep.desire.OwnerMark;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.Published.OwnRecord;
import dev.lockstep.plan.Removals.Leaving;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The DNS part of a plan. Foreign record sets never come here: {@link ZoneChoice} holds their host
 * names back.
 *
 * <pre>
 * wanted | there | then
 * -------+-------+---------------------------------------------------------------------
 * yes    | no    | created, only if nobody was quicker
 * yes    | ours  | changed if addresses or TTL differ (not under createOnly), or left
 * leaves | ours  | removed, unless the service still lists the host name
 * </pre>
 */
final class RecordPlan {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final InstanceId instance;
  private final Estate estate;
  private final List<Change> changes = new ArrayList<>();
  private final List<RecordChange> records = new ArrayList<>();

  RecordPlan(InstanceId instance, Estate estate) {
    this.instance = instance;
    this.estate = estate;
  }

  /** Brings the site's record set to what is wanted. */
  void publish(Site site, Binding binding) {
    WantedRecord wanted = site.record();
    Optional<RecordSet> standing = standing(wanted.zone(), wanted.name());
    if (standing.isPresent() && binding.deletePolicy() == DeletePolicy.CREATE_ONLY) {
      return;
    }
    List<FieldChange> fields = fields(wanted, standing);
    if (fields.isEmpty()) {
      return;
    }
    OwnerMark mark = new OwnerMark(site.service(), instance);
    Optional<String> etag = standing.flatMap(RecordSet::etag);
    RecordSet desired =
        new RecordSet(
            wanted.name(),
            "A",
            wanted.ttlSeconds(),
            wanted.addresses(),
            Optional.empty(),
            mark.on(standing.map(RecordSet::metadata).orElse(Map.of())),
            false,
            etag);
    records.add(new RecordChange.Upsert(wanted.zone(), wanted.name(), desired, etag));
    changes.add(
        new Change(
            standing.isPresent() ? Change.Kind.UPDATE : Change.Kind.ADD,
            new Subject.DnsRecord(wanted.zone(), wanted.name()),
            fields,
            site.host() + " is reached at the private address of " + site.service().name(),
            Optional.of(site.host()),
            binding.name()));
  }

  /** Removes the record sets of a host name that leaves. */
  void remove(Leaving gone) {
    if (gone.source() instanceof Source.Complete complete
        && complete.listed().contains(gone.host())) {
      return;
    }
    Binding binding = gone.source().binding();
    for (OwnRecord own : Published.inZones(estate, instance, binding)) {
      if (own.host().equals(gone.host())) {
        RecordSet record = own.record();
        records.add(
            new RecordChange.Delete(
                own.zone(), record.name(), record.etag().orElse("*"), record.ttlSeconds()));
        changes.add(
            new Change(
                Change.Kind.REMOVE,
                new Subject.DnsRecord(own.zone(), record.name()),
                List.of(
                    new FieldChange(
                        "addresses", Optional.of(list(record.addresses())), Optional.empty())),
                Reasons.gone(gone.host(), gone.source()),
                Optional.of(gone.host()),
                binding.name()));
      }
    }
  }

  private List<FieldChange> fields(WantedRecord wanted, Optional<RecordSet> standing) {
    List<FieldChange> fields = new ArrayList<>();
    Optional<Set<String>> addresses = standing.map(r -> new TreeSet<>(r.addresses()));
    if (!addresses.equals(Optional.of(new TreeSet<>(wanted.addresses())))) {
      fields.add(
          new FieldChange(
              "addresses",
              standing.map(r -> list(r.addresses())),
              Optional.of(list(wanted.addresses()))));
    }
    if (!standing.map(RecordSet::ttlSeconds).equals(Optional.of(wanted.ttlSeconds()))) {
      fields.add(
          new FieldChange(
              "ttl",
              standing.map(r -> LongNode.valueOf(r.ttlSeconds())),
              Optional.of(LongNode.valueOf(wanted.ttlSeconds()))));
    }
    return fields;
  }

  private Optional<RecordSet> standing(ResourceId zone, String name) {
    return Optional.ofNullable(estate.zones().get(zone))
        .flatMap(Reading::asValue)
        .map(Zone::records)
        .flatMap(
            records ->
                records.stream()
                    .filter(r -> r.type().equals("A") && r.name().equalsIgnoreCase(name))
                    .findFirst());
  }

  private static JsonNode list(List<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  List<Change> changes() {
    return changes;
  }

  List<RecordChange> records() {
    return records;
  }
}
