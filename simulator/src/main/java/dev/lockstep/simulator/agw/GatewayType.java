package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Switches.OlderVersions;
import dev.lockstep.simulator.world.World;
import java.util.Locale;
import java.util.Optional;

/** {@code Microsoft.Network/applicationGateways}. */
public final class GatewayType implements ResourceType {
  private static final String PUT_OPERATION = "PutApplicationGatewayOperation";
  private static final String PATCH_OPERATION = "PatchApplicationGatewayOperation";

  private final World world;
  private final GatewayLife life;
  private final HealthQuestions questions;
  private final ProvisionedReferences references;
  private final Views views = new Views();

  /** Gateways of one world. */
  public GatewayType(World world, Operations operations, Vaults vaults, HealthQuery health) {
    this.world = world;
    this.life = new GatewayLife(world, operations, new KeyVaultAccess(vaults));
    this.references = new ProvisionedReferences(world);
    this.questions = new HealthQuestions(world, operations, health);
  }

  @Override
  public String type() {
    return "Microsoft.Network/applicationGateways";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2018-01-01", "2026-12-31");
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Gateway gateway = require(call);
    return ArmResponse.of(200, view(gateway, call)).with("ETag", gateway.etag());
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world
        .resources()
        .below(call.id(), type())
        .forEach(found -> value.add(view((Gateway) found, call)));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    ObjectNode body = call.body();
    Optional<Gateway> before = world.resources().find(call.id(), Gateway.class);
    life.requireWritable(before);
    GatewayPrecondition.check(call, before, world.settings().switches());
    if (!body.path("location").isTextual()) {
      throw Faults.of(
          400, "LocationRequired", "The location property is required for this definition.");
    }
    Optional<ObjectNode> known = before.map(Gateway::document);
    ObjectNode document = Intake.accept(said(body, known, call.apiVersion()), known);
    var draft =
        new GatewayRule.Draft(call.id(), document, known, call.apiVersion(), world.resources());
    GatewayRule.ALL.forEach(rule -> rule.check(draft));
    references.require(call.id(), document);
    Gateway base = before.orElseGet(() -> fresh(call.id()));
    Gateway written =
        base.withDocument(document, base.provenance().after(document, call.principal().name()));
    life.requireReadable(written);
    return accepted(call, written, PUT_OPERATION, before.isPresent() ? 200 : 201);
  }

  @Override
  public ArmResponse patch(ArmCall call) {
    Gateway before = require(call);
    ObjectNode body = call.body();
    life.requireWritable(Optional.of(before));
    ObjectNode document = before.document().deepCopy();
    // UpdateTags: PATCH changes tags and nothing else (OpenAPI file,
    // ApplicationGateways_UpdateTags).
    if (body.get("tags") instanceof ObjectNode tags) {
      document.set("tags", tags);
    }
    return accepted(call, before.withDocument(document, before.provenance()), PATCH_OPERATION, 200);
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    Optional<Gateway> gateway = world.resources().find(call.id(), Gateway.class);
    if (gateway.isEmpty()) {
      return ArmResponse.empty(204);
    }
    life.requireWritable(gateway);
    Operation operation = life.delete(call, gateway.get());
    String location = gateway.get().location();
    return Links.network(
        Links.networkLocation(ArmResponse.empty(202), call, operation, location, world),
        call,
        operation,
        location,
        world);
  }

  @Override
  public ArmResponse action(ArmCall call, String name) {
    Gateway gateway = require(call);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "start" -> power(call, gateway, Power.START);
      case "stop" -> power(call, gateway, Power.STOP);
      case "backendhealth", "getbackendhealthondemand" -> questions.ask(call, gateway, name);
      default -> ResourceType.super.action(call, name);
    };
  }

  private ArmResponse power(ArmCall call, Gateway gateway, Power power) {
    life.requireWritable(Optional.of(gateway));
    Operation operation = life.power(call, gateway, power);
    String location = gateway.location();
    return Links.network(
        Links.networkLocation(ArmResponse.empty(202), call, operation, location, world),
        call,
        operation,
        location,
        world);
  }

  /** What a body says in its api-version, with what it could not say as the switch has it. */
  private ObjectNode said(ObjectNode body, Optional<ObjectNode> before, String apiVersion) {
    ObjectNode said = body.deepCopy();
    GatewayVersions.NEWER.hide(said, apiVersion);
    if (world.settings().switches().olderVersions() == OlderVersions.KEEP) {
      before.ifPresent(known -> GatewayVersions.NEWER.restore(said, known, apiVersion));
    }
    return said;
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    ObjectNode document = Intake.accept(body, Optional.empty());
    Gateway laid = fresh(id).withDocument(document, Provenance.NONE.after(document, "estate"));
    world.resources().put(laid.settled(world.ids().weakEtag(), "Succeeded", "Running"));
  }

  private ArmResponse accepted(ArmCall call, Gateway written, String name, int status) {
    Operation operation = life.write(call, written, name);
    Gateway now = world.resources().find(written.id(), Gateway.class).orElseThrow();
    return Links.network(
        ArmResponse.of(status, view(now, call)), call, operation, now.location(), world);
  }

  private Gateway fresh(ResourceId id) {
    return new Gateway(
        id,
        Json.object(),
        world.ids().weakEtag(),
        "Updating",
        "Stopped",
        world.ids().guid(),
        Provenance.NONE,
        Optional.empty());
  }

  private Gateway require(ArmCall call) {
    return world
        .resources()
        .find(call.id(), Gateway.class)
        .orElseThrow(() -> Faults.resourceNotFound(call.id()));
  }

  private ObjectNode view(Gateway gateway, ArmCall call) {
    return views.of(gateway, world.resources(), call.apiVersion());
  }
}
