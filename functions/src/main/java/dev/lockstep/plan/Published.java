package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What we have made for a binding's service: on the gateway and in its zones. */
final class Published {
  private Published() {}

  /** The host names for which a gateway element or a record set is ours. */
  static NavigableSet<HostName> hosts(Estate estate, InstanceId instance, Binding binding) {
    NavigableSet<HostName> hosts = new TreeSet<>(onGateway(estate, binding.service()));
    inZones(estate, instance, binding).forEach(record -> hosts.add(record.host()));
    return hosts;
  }

  /** The host names for which a gateway element is ours. */
  static NavigableSet<HostName> onGateway(Estate estate, ResourceId service) {
    NavigableSet<HostName> hosts = new TreeSet<>();
    estate.owned().elements().values().stream()
        .filter(owned -> owned.service().equals(service))
        .map(Owned::host)
        .flatMap(Optional::stream)
        .forEach(hosts::add);
    return hosts;
  }

  /** The record sets of type A in the binding's zones that carry the service's mark and ours. */
  static List<OwnRecord> inZones(Estate estate, InstanceId instance, Binding binding) {
    OwnerMark mark = new OwnerMark(binding.service(), instance);
    return binding.zones().stream()
        .distinct()
        .map(estate.dns()::look)
        .flatMap(Optional::stream)
        .flatMap(look -> own(look.zone(), mark))
        .toList();
  }

  private static Stream<OwnRecord> own(Zone zone, OwnerMark mark) {
    return zone.records().stream()
        .filter(record -> record.type().equals("A") && mark.owns(record))
        .flatMap(
            record ->
                host(zone, record).map(host -> new OwnRecord(zone.id(), host, record)).stream());
  }

  private static Optional<HostName> host(Zone zone, RecordSet record) {
    return HostName.tryParse(
        record.name().equals("@") ? zone.name() : record.name() + "." + zone.name());
  }

  /** A record set of ours, with the host name that it answers. */
  record OwnRecord(ResourceId zone, HostName host, RecordSet record) {}
}
