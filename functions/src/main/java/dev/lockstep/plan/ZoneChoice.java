package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the zone that holds a host name, and looks whether the name is free or ours there. */
final class ZoneChoice {
  private ZoneChoice() {}

  /** The record set to write, in the private zone with the longest matching name. */
  static Optional<WantedRecord> of(
      Claim claim, InstanceId instance, Estate estate, Consumer<Obstacle> obstacles) {
    HostName host = claim.host();
    Optional<ResourceId> zoneId =
        claim.binding().zones().stream()
            .filter(id -> id.isOfType(Zone.PRIVATE) && host.isWithin(id.name()))
            .max(Comparator.comparingInt(id -> id.name().length()));
    if (zoneId.isEmpty()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.ZONE_MISSING,
              "no private zone of the binding holds " + host,
              "add the id of a private DNS zone such as '"
                  + host.value().substring(host.value().indexOf('.') + 1)
                  + "' to zones"));
      return Optional.empty();
    }
    Reading<Zone> reading = estate.zones().get(zoneId.get());
    Optional<Zone> zone = Optional.ofNullable(reading).flatMap(Reading::asValue);
    if (zone.isEmpty()) {
      Optional<ReadFailure> failure = Optional.ofNullable(reading).flatMap(Reading::asFailure);
      obstacles.accept(
          new Obstacle(
              BlockCode.ZONE_UNREADABLE,
              failure.map(ReadFailure::message).orElse("nothing was read of " + zoneId.get()),
              failure.map(ReadFailure::remedy).orElse("look again")));
      return Optional.empty();
    }
    String name = host.relativeTo(zoneId.get().name());
    Optional<RecordSet> foreign = inTheWay(zone.get(), name, claim, instance);
    if (foreign.isPresent()) {
      obstacles.accept(collision(zone.get(), foreign.get()));
      return Optional.empty();
    }
    return Optional.of(
        new WantedRecord(
            zoneId.get(), name, claim.service().privateAddresses(), claim.binding().ttlSeconds()));
  }

  // RFC 1034, section 3.6.2: a CNAME cannot live beside other types of the same name.
  private static Optional<RecordSet> inTheWay(
      Zone zone, String name, Claim claim, InstanceId instance) {
    OwnerMark mark = new OwnerMark(claim.binding().service(), instance);
    return zone.records().stream()
        .filter(record -> record.name().equalsIgnoreCase(name))
        .filter(
            record ->
                record.type().equals("CNAME") || (record.type().equals("A") && !mark.owns(record)))
        .findFirst();
  }

  private static Obstacle collision(Zone zone, RecordSet record) {
    String owner =
        Optional.ofNullable(record.metadata().get(OwnerMark.INSTANCE))
            .map(
                instance ->
                    " of instance '"
                        + instance
                        + "' for "
                        + record.metadata().getOrDefault(OwnerMark.SERVICE, "another service"))
            .orElse(record.autoRegistered() ? " that Azure registered for a virtual machine" : "");
    return new Obstacle(
        BlockCode.RECORD_COLLISION,
        "zone "
            + zone.name()
            + " already holds a record set "
            + record.name()
            + " of type "
            + record.type()
            + owner,
        "remove it, or take the host name out of the service");
  }
}
