package dev.lockstep.simulator.network;

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
import java.util.List;
import java.util.Optional;

/** A type whose resources are stored and shown; writes are done when they are answered. */
public final class PlainType implements ResourceType {
  private final World world;
  private final ArmEvents events;
  private final PlainShape shape;
  private final PlainStore store;
  private final NetworkWrites writes;

  /** Resources of a shape. */
  public PlainType(World world, ArmEvents events, Operations operations, PlainShape shape) {
    this.world = world;
    this.events = events;
    this.shape = shape;
    this.store = new PlainStore(world, shape);
    this.writes = new NetworkWrites(world, events, operations, shape, store);
  }

  @Override
  public String type() {
    return shape.type();
  }

  @Override
  public ApiVersions versions() {
    return shape.versions();
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Plain found = require(call);
    ArmResponse response = ArmResponse.of(200, PlainView.of(found, shape));
    return shape.network() ? response.with("ETag", found.etag()) : response;
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world
        .resources()
        .below(call.id(), type())
        .forEach(found -> value.add(PlainView.of((Plain) found, shape)));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    Optional<Plain> before = world.resources().find(call.id(), Plain.class);
    ObjectNode body = call.body();
    if (!body.path("location").isTextual()) {
      throw Faults.of(
          400, "LocationRequired", "The location property is required for this definition.");
    }
    store.write(call.id(), body, before);
    return writes.end(
        call,
        () -> ArmResponse.of(before.isPresent() ? 200 : 201, PlainView.of(require(call), shape)));
  }

  @Override
  public ArmResponse patch(ArmCall call) {
    Plain before = require(call);
    ObjectNode body = before.document().deepCopy();
    if (call.body().get("tags") instanceof ObjectNode tags) {
      body.set("tags", tags);
    }
    store.write(before.id(), body, Optional.of(before));
    return writes.end(call, () -> ArmResponse.of(200, PlainView.of(require(call), shape)));
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    if (world.resources().find(call.id()).isEmpty()) {
      return ArmResponse.empty(204);
    }
    InUse.requireFree(world.resources(), call.id());
    world.resources().remove(call.id());
    events.done(call.deletion());
    return ArmResponse.empty(200);
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    Plain laid = store.write(id, body, Optional.empty());
    if (!laid.id().sameAs(id)) {
      throw new IllegalStateException("the resource was laid elsewhere: " + laid.id());
    }
  }

  /** The child types that live inside documents of this one. */
  public List<ResourceType> childTypes() {
    return shape.children().stream()
        .sorted()
        .map(
            collection ->
                (ResourceType) new InnerType(world, events, shape, store, writes, collection))
        .toList();
  }

  private Plain require(ArmCall call) {
    return world
        .resources()
        .find(call.id(), Plain.class)
        .orElseThrow(() -> Faults.resourceNotFound(call.id()));
  }
}
