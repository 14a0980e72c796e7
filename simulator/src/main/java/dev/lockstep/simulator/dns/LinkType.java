package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.json.MergePatch;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** {@code Microsoft.Network/privateDnsZones/virtualNetworkLinks}. */
final class LinkType implements ResourceType {
  private final World world;
  private final SlowWrite slow;

  LinkType(World world, Operations operations) {
    this.world = world;
    this.slow = new SlowWrite(world, operations);
  }

  @Override
  public String type() {
    return "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
  }

  @Override
  public ApiVersions versions() {
    return ZoneType.VERSIONS;
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Link link = find(call).orElseThrow(() -> Faults.resourceNotFound(call.id()));
    return ArmResponse.of(200, link.view()).with("ETag", link.etag());
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world.resources().below(call.id(), type()).forEach(link -> value.add(((Link) link).view()));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    Optional<Link> before = find(call);
    Preconditions.check(call, "Virtual network link " + call.id().name(), before.map(Link::etag));
    ObjectNode body = call.body();
    requireNetwork(body);
    requireOnlyRegistration(call.id(), body);
    return slow.start(call, call.write(), "UpsertVirtualNetworkLink", () -> seed(call.id(), body));
  }

  /** Changes tags, registration and resolution policy. */
  @Override
  public ArmResponse patch(ArmCall call) {
    Link before = find(call).orElseThrow(() -> Faults.resourceNotFound(call.id()));
    Preconditions.check(
        call, "Virtual network link " + call.id().name(), Optional.of(before.etag()));
    ObjectNode body = (ObjectNode) MergePatch.apply(before.document(), call.body());
    requireNetwork(body);
    requireOnlyRegistration(call.id(), body);
    return slow.start(call, call.write(), "UpsertVirtualNetworkLink", () -> seed(call.id(), body));
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    Optional<Link> link = find(call);
    Preconditions.check(call, "Virtual network link " + call.id().name(), link.map(Link::etag));
    if (link.isEmpty()) {
      return ArmResponse.empty(204);
    }
    return slow.start(
        call,
        call.deletion(),
        "DeleteVirtualNetworkLink",
        () -> world.resources().remove(link.get().id()));
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    ObjectNode document = body.deepCopy();
    document.remove(List.of("id", "name", "type", "etag"));
    Json.child(document, "properties")
        .remove(List.of("provisioningState", "virtualNetworkLinkState"));
    world.resources().put(new Link(id, document, "\"" + world.ids().guid() + "\""));
  }

  private void requireNetwork(ObjectNode body) {
    String network = Json.text(body, "properties", "virtualNetwork", "id").orElse("");
    boolean known;
    try {
      known = world.resources().find(ResourceId.of(network)).isPresent();
    } catch (IllegalArgumentException noId) {
      known = false;
    }
    if (!known) {
      throw Faults.flat(
          400, "BadRequest", "The virtual network '" + network + "' of the link does not exist.");
    }
  }

  /** A network registers its machines in one zone only (Microsoft Learn, dns limits). */
  private void requireOnlyRegistration(ResourceId id, ObjectNode body) {
    if (!body.path("properties").path("registrationEnabled").asBoolean()) {
      return;
    }
    String network = Json.text(body, "properties", "virtualNetwork", "id").orElse("");
    boolean taken =
        world.resources().all(Link.class).stream()
            .filter(other -> !other.id().sameAs(id) && other.to(ResourceId.of(network)))
            .anyMatch(
                other ->
                    other.document().path("properties").path("registrationEnabled").asBoolean());
    if (taken) {
      throw Faults.flat(
          400,
          "BadRequest",
          "The virtual network '"
              + network
              + "' is already linked to another zone with registration enabled.");
    }
  }

  private Optional<Link> find(ArmCall call) {
    return world.resources().find(call.id(), Link.class);
  }
}
