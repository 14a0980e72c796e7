package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.lockstep.simulator.world.World;
import java.util.Locale;
import java.util.Optional;

/**
 * Where {@code Location} points: 202 while the operation runs, then its result (200), nothing (204)
 * or its error.
 */
public final class OperationResultType implements ResourceType {
  private final World world;
  private final Operations operations;
  private final String type;
  private final Optional<JsonNode> runningBody;

  /** Result URLs of the network provider; a running one has the body {@code null}, as recorded. */
  public static OperationResultType network(World world, Operations operations) {
    return new OperationResultType(
        world,
        operations,
        "Microsoft.Network/locations/operationResults",
        Optional.of(NullNode.getInstance()));
  }

  /** Result URLs of private DNS. */
  public static OperationResultType privateDns(World world, Operations operations) {
    return new OperationResultType(
        world, operations, "Microsoft.Network/privateDnsOperationResults", Optional.empty());
  }

  /** Result URLs of API Management; a running one has no body, as recorded. */
  public static OperationResultType apim(World world, Operations operations) {
    return new OperationResultType(
        world, operations, "Microsoft.ApiManagement/service/operationresults", Optional.empty());
  }

  private OperationResultType(
      World world, Operations operations, String type, Optional<JsonNode> runningBody) {
    this.world = world;
    this.operations = operations;
    this.type = type;
    this.runningBody = runningBody;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2015-01-01", "2030-01-01");
  }

  @Override
  public boolean needsParent() {
    return false;
  }

  @Override
  public ArmResponse get(ArmCall call) {
    String id = call.id().name().toLowerCase(Locale.ROOT);
    Operation operation = operations.find(id).orElseThrow(() -> Faults.resourceNotFound(call.id()));
    if (operation.running()) {
      ArmResponse wait =
          runningBody.map(body -> ArmResponse.of(202, body)).orElse(ArmResponse.empty(202));
      return Links.retry(wait.with("Location", self(call)), world);
    }
    if (operation.error().isPresent()) {
      return ArmResponse.of(409, ErrorBody.wrapped(operation.error().get()));
    }
    Optional<ArmResponse> shown = operation.result().map(result -> ArmResponse.of(200, result));
    if (type.startsWith("Microsoft.Network/locations/")) {
      // The recording backendhealth.poll.200 still points to itself.
      shown = shown.map(response -> response.with("Location", self(call)));
    }
    return shown.orElse(ArmResponse.empty(204));
  }

  private static String self(ArmCall call) {
    return call.request().baseUrl() + call.request().path() + "?api-version=" + call.apiVersion();
  }
}
