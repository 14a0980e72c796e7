package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.MergePatch;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.Optional;

/** Record sets of one type in zones of one kind. Writes are done when they are answered. */
final class RecordSetType implements ResourceType {
  private final World world;
  private final ArmEvents events;
  private final ZoneKind zone;
  private final RecordKind kind;

  RecordSetType(World world, ArmEvents events, ZoneKind zone, RecordKind kind) {
    this.world = world;
    this.events = events;
    this.zone = zone;
    this.kind = kind;
  }

  @Override
  public String type() {
    return zone.zoneType() + "/" + kind;
  }

  @Override
  public ApiVersions versions() {
    return ZoneType.VERSIONS;
  }

  @Override
  public ArmResponse get(ArmCall call) {
    return shown(200, find(call).orElseThrow(() -> missing(call)));
  }

  @Override
  public ArmResponse list(ArmCall call) {
    return Paging.page(call, world.resources().below(call.id(), type()).map(RecordSet.class::cast));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    Optional<RecordSet> before = find(call);
    Preconditions.check(call, "Record set " + call.id().name(), before.map(RecordSet::etag));
    RecordSet written = write(call.id(), call.body());
    events.done(call.write());
    return shown(before.isPresent() ? 200 : 201, written);
  }

  @Override
  public ArmResponse patch(ArmCall call) {
    RecordSet before = find(call).orElseThrow(() -> missing(call));
    Preconditions.check(call, "Record set " + call.id().name(), Optional.of(before.etag()));
    ObjectNode merged = (ObjectNode) MergePatch.apply(before.document(), call.body());
    RecordSet written = write(before.id(), merged);
    events.done(call.write());
    return shown(200, written);
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    Optional<RecordSet> before = find(call);
    Preconditions.check(call, "Record set " + call.id().name(), before.map(RecordSet::etag));
    if (before.isEmpty()) {
      return ArmResponse.empty(204);
    }
    if (kind == RecordKind.SOA) {
      throw Faults.flat(400, "BadRequest", "The record set of type SOA cannot be deleted.");
    }
    world.resources().remove(before.get().id());
    events.done(call.deletion());
    return ArmResponse.empty(200);
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    world
        .resources()
        .put(
            new RecordSet(
                id, RecordSetIntake.accept(body, zone, kind), world.ids().guid(), zone, kind));
  }

  private RecordSet write(ResourceId id, ObjectNode body) {
    ObjectNode document = RecordSetIntake.accept(body, zone, kind);
    requireAlone(id);
    RecordSet written = new RecordSet(id, document, world.ids().guid(), zone, kind);
    world.resources().put(written);
    return written;
  }

  /** A CNAME cannot live beside other types of the same name; no recording gives the text. */
  private void requireAlone(ResourceId id) {
    boolean clash =
        world.resources().all(RecordSet.class).stream()
            .filter(other -> other.id().parent().sameAs(id.parent()))
            .filter(other -> other.id().name().equalsIgnoreCase(id.name()) && other.kind() != kind)
            .anyMatch(other -> kind == RecordKind.CNAME || other.kind() == RecordKind.CNAME);
    if (clash) {
      throw Faults.flat(
          400,
          "BadRequest",
          "The record set could not be created because a CNAME record cannot exist beside other records of the same name in this zone.");
    }
  }

  private Optional<RecordSet> find(ArmCall call) {
    return world.resources().find(call.id(), RecordSet.class);
  }

  private static ArmResponse shown(int status, RecordSet set) {
    return ArmResponse.of(status, set.view()).with("ETag", set.etag());
  }

  private static ArmFault missing(ArmCall call) {
    return Faults.flat(
        404,
        "NotFound",
        "The resource record '%s' does not exist in resource group '%s' of subscription '%s'."
            .formatted(
                call.id().name(),
                call.id().group().orElse(""),
                call.id().subscription().orElse("")));
  }
}
