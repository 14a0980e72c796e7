package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.Optional;

/** Zones of one kind. Private ones are written and deleted slowly, public ones at once. */
final class ZoneType implements ResourceType {
  static final ApiVersions VERSIONS = new ApiVersions("2018-05-01", "2025-12-31");

  private final World world;
  private final ArmEvents events;
  private final SlowWrite slow;
  private final ZoneKind kind;

  ZoneType(World world, ArmEvents events, Operations operations, ZoneKind kind) {
    this.world = world;
    this.events = events;
    this.slow = new SlowWrite(world, operations);
    this.kind = kind;
  }

  @Override
  public String type() {
    return kind.zoneType();
  }

  @Override
  public ApiVersions versions() {
    return VERSIONS;
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Zone zone = find(call).orElseThrow(() -> Faults.resourceNotFound(call.id()));
    return ArmResponse.of(200, zone.view(world.resources())).with("ETag", zone.etag());
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world
        .resources()
        .below(call.id(), type())
        .forEach(zone -> value.add(((Zone) zone).view(world.resources())));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    Optional<Zone> before = find(call);
    Preconditions.check(call, "Zone " + call.id().name(), before.map(Zone::etag));
    ObjectNode body = call.body();
    if (kind == ZoneKind.PRIVATE) {
      return slow.start(call, call.write(), "UpsertPrivateDnsZone", () -> seed(call.id(), body));
    }
    seed(call.id(), body);
    events.done(call.write());
    return ArmResponse.of(
        before.isPresent() ? 200 : 201, find(call).orElseThrow().view(world.resources()));
  }

  /** Changes tags. */
  @Override
  public ArmResponse patch(ArmCall call) {
    Zone before = find(call).orElseThrow(() -> Faults.resourceNotFound(call.id()));
    Preconditions.check(call, "Zone " + call.id().name(), Optional.of(before.etag()));
    ObjectNode body = before.document().deepCopy();
    if (call.body().get("tags") instanceof ObjectNode tags) {
      body.set("tags", tags);
    }
    if (kind == ZoneKind.PRIVATE) {
      return slow.start(call, call.write(), "UpsertPrivateDnsZone", () -> seed(call.id(), body));
    }
    seed(call.id(), body);
    events.done(call.write());
    return ArmResponse.of(200, find(call).orElseThrow().view(world.resources()));
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    Optional<Zone> zone = find(call);
    Preconditions.check(call, "Zone " + call.id().name(), zone.map(Zone::etag));
    if (zone.isEmpty()) {
      return ArmResponse.empty(204);
    }
    requireUnlinked(zone.get());
    if (kind == ZoneKind.PRIVATE) {
      return slow.start(
          call,
          call.deletion(),
          "DeletePrivateDnsZone",
          () -> world.resources().remove(zone.get().id()));
    }
    world.resources().remove(zone.get().id());
    events.done(call.deletion());
    return ArmResponse.empty(200);
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    ObjectNode document = Json.object().put("location", "global");
    if (body.path("tags").isObject()) {
      document.set("tags", body.path("tags"));
    }
    world.resources().put(new Zone(id, document, world.ids().guid(), kind));
    ResourceId soa = id.child("SOA", "@");
    if (world.resources().find(soa).isEmpty()) {
      world.resources().put(new RecordSet(soa, soa(), world.ids().guid(), kind, RecordKind.SOA));
    }
  }

  private ObjectNode soa() {
    ObjectNode document = Json.object();
    ObjectNode properties = document.putObject("properties");
    properties.put(kind.ttl(), 3600);
    properties
        .putObject(kind.property(RecordKind.SOA))
        .put("email", "azureprivatedns-host.microsoft.com")
        .put("expireTime", 2419200)
        .put("host", "azureprivatedns.net")
        .put("minimumTtl", 10)
        .put("refreshTime", 3600)
        .put("retryTime", 300)
        .put("serialNumber", 1);
    return document;
  }

  private void requireUnlinked(Zone zone) {
    world.resources().all(Link.class).stream()
        .filter(link -> link.id().parent().sameAs(zone.id()))
        .findFirst()
        .ifPresent(
            link -> {
              throw Faults.of(
                  409,
                  "CannotDeleteResource",
                  "Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '%s'. Please delete all nested resources before deleting this resource."
                      .formatted(link.id()));
            });
  }

  private Optional<Zone> find(ArmCall call) {
    return world.resources().find(call.id(), Zone.class);
  }
}
