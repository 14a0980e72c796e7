package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;
import java.util.Optional;

/**
 * Sub-resources with an endpoint of their own that live in the parent's document, such as subnets.
 */
final class InnerType implements ResourceType {
  private final World world;
  private final ArmEvents events;
  private final PlainShape shape;
  private final PlainStore store;
  private final NetworkWrites writes;
  private final String collection;

  InnerType(
      World world,
      ArmEvents events,
      PlainShape shape,
      PlainStore store,
      NetworkWrites writes,
      String collection) {
    this.world = world;
    this.events = events;
    this.shape = shape;
    this.store = store;
    this.writes = writes;
    this.collection = collection;
  }

  @Override
  public String type() {
    return shape.type() + "/" + collection;
  }

  @Override
  public ApiVersions versions() {
    return shape.versions();
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Plain found =
        world
            .resources()
            .find(call.id(), Plain.class)
            .orElseThrow(() -> Faults.resourceNotFound(call.id()));
    return ArmResponse.of(200, PlainView.inner(found, type())).with("ETag", found.etag());
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world
        .resources()
        .below(call.id(), type())
        .forEach(found -> value.add(PlainView.inner((Plain) found, type())));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    boolean existed = world.resources().find(call.id()).isPresent();
    ObjectNode element = call.body();
    element.put("name", call.id().name());
    rewrite(call, Optional.of(element));
    return writes.end(
        call,
        () -> {
          Plain written = world.resources().find(call.id(), Plain.class).orElseThrow();
          return ArmResponse.of(existed ? 200 : 201, PlainView.inner(written, type()));
        });
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    if (world.resources().find(call.id()).isEmpty()) {
      return ArmResponse.empty(204);
    }
    InUse.requireFree(world.resources(), call.id());
    rewrite(call, Optional.empty());
    events.done(call.deletion());
    return ArmResponse.empty(200);
  }

  /** Writes the parent with the element in its place, at the end, or gone. */
  private void rewrite(ArmCall call, Optional<ObjectNode> element) {
    Plain parent = world.resources().find(call.id().parent(), Plain.class).orElseThrow();
    ObjectNode document = parent.document().deepCopy();
    ArrayNode kept = Json.array();
    boolean placed = false;
    for (JsonNode old : document.path("properties").path(collection)) {
      if (!old.path("name").asText("").equalsIgnoreCase(call.id().name())) {
        kept.add(old);
      } else if (element.isPresent()) {
        kept.add(element.get());
        placed = true;
      }
    }
    if (!placed) {
      element.ifPresent(kept::add);
    }
    Json.child(document, "properties").set(collection, kept);
    store.write(parent.id(), document, Optional.of(parent));
  }
}
