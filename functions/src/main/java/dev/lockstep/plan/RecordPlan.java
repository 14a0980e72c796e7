package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.RecordSet;
import dev.lockstep.plan.Published.OwnRecord;
import dev.lockstep.plan.Removals.Leaving;
import dev.lockstep.plan.StaleRecords.Stale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The DNS part of a plan. Foreign record sets never come here: {@link RecordChoice} holds them
 * back.
 *
 * <pre>
 * wanted | there         | then
 * -------+---------------+--------------------------------------------------------------------
 * yes    | no            | created, only if nobody was quicker
 * yes    | ours, differs | changed (not under createOnly)
 * yes    | ours, equal   | left
 * no     | ours          | removed, if its host name leaves or {@link StaleRecords} says so
 * </pre>
 *
 * A record set that leads to the gateway is written only after the gateway's own change for that
 * host name: until then nothing answers there, or a pool would still go by the name.
 */
final class RecordPlan {
  private final InstanceId instance;
  private final Estate estate;
  private final List<Change> changes = new ArrayList<>();
  private final List<RecordChange> records = new ArrayList<>();
  private final Set<String> removed = new HashSet<>();

  RecordPlan(InstanceId instance, Estate estate) {
    this.instance = instance;
    this.estate = estate;
  }

  /**
   * Brings the site's record sets to what is wanted.
   *
   * @param changing the host names for which the gateway is changed
   */
  void publish(Site site, Binding binding, Set<HostName> changing) {
    for (WantedRecord wanted : site.records()) {
      Optional<RecordSet> standing =
          estate.dns().look(wanted.zone()).flatMap(look -> look.addressesAt(wanted.name()));
      boolean mayWrite = standing.isEmpty() || binding.deletePolicy() != DeletePolicy.CREATE_ONLY;
      List<FieldChange> fields = RecordFields.differing(wanted, standing);
      if (mayWrite && !fields.isEmpty()) {
        boolean afterGateway = wanted.answer().leadsToGateway() && changing.contains(site.host());
        records.add(upsert(site, wanted, standing, afterGateway));
        changes.add(
            new Change(
                standing.isPresent() ? Change.Kind.UPDATE : Change.Kind.ADD,
                new Subject.DnsRecord(wanted.zone(), wanted.name()),
                fields,
                site.host() + " is reached at " + wanted.answer().words(),
                Optional.of(site.host()),
                binding.name()));
      }
    }
  }

  private RecordChange upsert(
      Site site, WantedRecord wanted, Optional<RecordSet> standing, boolean afterGateway) {
    Optional<String> etag = standing.flatMap(RecordSet::etag);
    Map<String, String> metadata = standing.map(RecordSet::metadata).orElse(Map.of());
    RecordSet desired =
        new RecordSet(
            wanted.name(),
            "A",
            wanted.ttlSeconds(),
            wanted.answer().addresses(),
            Optional.empty(),
            estate.dns().mark(site.service()).on(metadata),
            false,
            etag,
            wanted.answer().target());
    return new RecordChange.Upsert(wanted.zone(), wanted.name(), desired, etag, afterGateway);
  }

  /** Removes the record sets of a host name that leaves. */
  void remove(Leaving gone) {
    if (gone.source() instanceof Source.Complete complete
        && complete.listed().contains(gone.host())) {
      return;
    }
    Published.inZones(estate, instance, gone.source().binding()).stream()
        .filter(own -> own.host().equals(gone.host()))
        .forEach(
            own -> remove(own, gone.source().binding(), Reasons.gone(gone.host(), gone.source())));
  }

  /** Removes a record set that nobody wants any more. */
  void remove(Stale stale) {
    remove(stale.record(), stale.binding(), Reasons.unwanted(stale.record().host()));
  }

  private void remove(OwnRecord own, Binding binding, String reason) {
    RecordSet record = own.record();
    Subject subject = new Subject.DnsRecord(own.zone(), record.name());
    if (removed.add(ChangeOrder.key(subject))) {
      records.add(
          new RecordChange.Delete(
              own.zone(), record.name(), record.etag().orElse("*"), record.ttlSeconds()));
      changes.add(
          new Change(
              Change.Kind.REMOVE,
              subject,
              RecordFields.held(record),
              reason,
              Optional.of(own.host()),
              binding.name()));
    }
  }

  List<Change> changes() {
    return changes;
  }

  List<RecordChange> records() {
    return records;
  }
}
