package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Change;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.NewerProperties;
import dev.lockstep.simulator.arm.NewerProperties.Entry;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.json.MergePatch;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** {@code Microsoft.ApiManagement/service}. */
public final class ServiceType implements ResourceType {
  /** What the property list of 2024-05-01 has and the file of 2022-08-01 has not. */
  private static final NewerProperties NEWER =
      new NewerProperties(
          List.of(
              Entry.of("2023-05-01", "properties/configurationApi"),
              Entry.of("2023-05-01", "properties/legacyPortalStatus"),
              Entry.of("2023-05-01", "properties/developerPortalStatus")));

  private static final List<String> READ_ONLY = List.of("id", "name", "type", "etag", "systemData");
  private static final List<String> READ_ONLY_PROPERTIES =
      List.of(
          "provisioningState",
          "targetProvisioningState",
          "createdAtUtc",
          "gatewayUrl",
          "gatewayRegionalUrl",
          "portalUrl",
          "developerPortalUrl",
          "managementApiUrl",
          "scmUrl",
          "privateIPAddresses",
          "platformVersion");

  private final World world;
  private final HostNames hostNames;
  private final ServiceLife life;

  /** Services of one world. */
  public ServiceType(World world, Operations operations, Vaults vaults) {
    this.world = world;
    this.hostNames = new HostNames(world, vaults);
    this.life = new ServiceLife(world, operations, hostNames);
  }

  @Override
  public String type() {
    return "Microsoft.ApiManagement/service";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2021-08-01", "2024-05-01");
  }

  @Override
  public ArmResponse get(ArmCall call) {
    return shown(200, require(call), call.apiVersion());
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world
        .resources()
        .below(call.id(), type())
        .forEach(found -> value.add(view((ApimService) found, call.apiVersion())));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    Optional<ApimService> before = find(call);
    life.requireFree(before);
    ObjectNode body = call.body();
    requireFields(body);
    ApimService written =
        before.orElseGet(() -> fresh(call.id())).withDocument(accept(call.id(), body, before));
    return accepted(call, call.write(), written, before.isPresent() ? 200 : 201);
  }

  @Override
  public ArmResponse patch(ArmCall call) {
    ApimService before = require(call);
    life.requireFree(Optional.of(before));
    ObjectNode merged = (ObjectNode) MergePatch.apply(before.document(), call.body());
    return accepted(
        call,
        call.write(),
        before.withDocument(accept(before.id(), merged, Optional.of(before))),
        202);
  }

  @Override
  public ArmResponse delete(ArmCall call) {
    Optional<ApimService> service = find(call);
    if (service.isEmpty()) {
      return ArmResponse.empty(204);
    }
    life.requireFree(service);
    Operation operation = life.delete(call.deletion(), service.get());
    return Links.apim(
        shown(202, find(call).orElseThrow(), call.apiVersion()), call, operation.id(), world);
  }

  @Override
  public ArmResponse action(ArmCall call, String name) {
    String known = "applynetworkconfigurationupdates";
    if (!name.equalsIgnoreCase(known)) {
      return ResourceType.super.action(call, name);
    }
    ApimService before = require(call);
    life.requireFree(Optional.of(before));
    return accepted(
        call, call.action(known), before.withDocument(before.document().deepCopy()), 202);
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    List<String> addresses = Json.texts(body, "properties", "privateIPAddresses");
    ObjectNode document = accept(id, body, Optional.empty());
    hostNames.mark(document, true);
    world
        .resources()
        .put(
            fresh(id)
                .withDocument(document)
                .withAddresses(addresses)
                .withState(world.ids().shortEtag(), "Succeeded", ""));
  }

  private ArmResponse accepted(ArmCall call, Change change, ApimService written, int status) {
    boolean existed = find(call).isPresent();
    Operation operation = life.update(change, written, existed);
    ApimService now = world.resources().find(written.id(), ApimService.class).orElseThrow();
    // The OpenAPI file gives no body to an update that goes on.
    ArmResponse response =
        status == 202 ? ArmResponse.empty(status) : shown(status, now, call.apiVersion());
    return Links.apim(response, call, operation.id(), world);
  }

  private ObjectNode accept(ResourceId id, ObjectNode body, Optional<ApimService> before) {
    ObjectNode document = body.deepCopy();
    document.remove(READ_ONLY);
    document.properties().removeIf(field -> field.getValue().isNull());
    ObjectNode properties = Json.child(document, "properties");
    properties.remove(READ_ONLY_PROPERTIES);
    properties.properties().removeIf(field -> field.getValue().isNull());
    hostNames.normalise(id.name(), document, before.map(ApimService::document));
    AdditionalRegions.accept(document, before.map(ApimService::document));
    ownIdentity(document, before.map(ApimService::document));
    return document;
  }

  /** A service with an identity of its own keeps the principal that it got. */
  private void ownIdentity(ObjectNode document, Optional<ObjectNode> before) {
    if (document.path("identity") instanceof ObjectNode identity
        && identity.path("type").asText("").contains("SystemAssigned")) {
      String principal =
          before
              .flatMap(known -> Json.text(known, "identity", "principalId"))
              .orElseGet(world.ids()::guid);
      identity.put("principalId", principal).put("tenantId", Principals.TENANT);
    }
  }

  private static void requireFields(ObjectNode body) {
    if (!body.path("location").isTextual()) {
      throw Faults.of(
          400, "LocationRequired", "The location property is required for this definition.");
    }
    for (String field : List.of("publisherEmail", "publisherName")) {
      if (!body.path("properties").path(field).isTextual()) {
        throw Faults.of(400, "ValidationError", "The property " + field + " is required.");
      }
    }
  }

  private ApimService fresh(ResourceId id) {
    return new ApimService(
        id,
        Json.object(),
        world.ids().shortEtag(),
        "Created",
        "",
        world.now(),
        List.of(),
        Optional.empty());
  }

  private Optional<ApimService> find(ArmCall call) {
    return world.resources().find(call.id(), ApimService.class);
  }

  private ApimService require(ArmCall call) {
    return find(call).orElseThrow(() -> Faults.resourceNotFound(call.id()));
  }

  private static ArmResponse shown(int status, ApimService service, String apiVersion) {
    return ArmResponse.of(status, view(service, apiVersion))
        .with("ETag", "\"" + service.etag() + "\"");
  }

  private static ObjectNode view(ApimService service, String apiVersion) {
    ObjectNode shown = ServiceView.of(service);
    NEWER.hide(shown, apiVersion);
    return shown;
  }
}
