package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.Optional;

/** What keeps a host name from a record set, in words. {@link RecordChoice} tells when. */
record RecordObstacles(Claim claim) {
  Obstacle contested(ResourceId zone, Binding other) {
    ZoneKind kind = ZoneKind.of(zone);
    return new Obstacle(
        BlockCode.RECORD_CONTESTED,
        "binding "
            + other.name()
            + " wants another record set for "
            + claim.host()
            + " in "
            + kind.word()
            + " zone "
            + zone.name(),
        kind == ZoneKind.PRIVATE
            ? "give both bindings the same dns.private, ttl and regions, with dns.private service"
                + " or none, or a private zone of their own each"
            : "let one of both bindings have dns.public none");
  }

  Obstacle zoneMissing(ZoneKind kind) {
    HostName host = claim.host();
    return new Obstacle(
        BlockCode.ZONE_MISSING,
        "no " + kind.word() + " zone of the binding holds " + host,
        "add the id of a "
            + kind.word()
            + " DNS zone such as '"
            + host.value().substring(host.value().indexOf('.') + 1)
            + "' to zones, or set "
            + kind.setting()
            + " to none");
  }

  Obstacle unreadable(ResourceId zone, Optional<ReadFailure> failure) {
    return new Obstacle(
        BlockCode.ZONE_UNREADABLE,
        failure.map(ReadFailure::message).orElse("nothing was read of " + zone),
        failure.map(ReadFailure::remedy).orElse("look again"));
  }

  static Obstacle collision(Zone zone, RecordSet record) {
    Optional<String> instance = Optional.ofNullable(record.metadata().get(OwnerMark.INSTANCE));
    String owner =
        instance
            .map(
                name ->
                    " of instance '"
                        + name
                        + "' for "
                        + record.metadata().getOrDefault(OwnerMark.SERVICE, "another service"))
            .orElse(record.autoRegistered() ? " that Azure registered for a virtual machine" : "");
    return new Obstacle(
        BlockCode.RECORD_COLLISION,
        (zone.isPrivate() ? "" : "public ")
            + "zone "
            + zone.name()
            + " already holds a record set "
            + record.name()
            + " of type "
            + record.type()
            + owner,
        record.type().equals("NS")
            ? "add the zone to which it delegates the name to zones, or remove the delegation"
            : "remove it, or take the host name out of the service");
  }

  Obstacle tooMany(int addresses, int most) {
    return new Obstacle(
        BlockCode.RECORD_LIMIT,
        claim.host() + " has " + addresses + " addresses, a record set holds " + most,
        "name fewer regions in the binding, or set dns.private to frontend or none");
  }

  Obstacle withoutAddress() {
    return new Obstacle(
        BlockCode.SERVICE_WITHOUT_ADDRESS,
        claim.service().id().name()
            + " has no private address to which "
            + claim.endpoint().type().wireName()
            + " could lead",
        "wait until it has one; what stands stays");
  }
}
