package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;
import java.util.Locale;
import java.util.Optional;

/**
 * Where {@code Azure-AsyncOperation} points: {@code {"status", "error"}}.
 *
 * <p>The network provider answers 200 from the start; private DNS answers 202 while the operation
 * runs (recordings lro.operation.inprogress.200, privatedns-zone.poll.202).
 */
public final class OperationStatusType implements ResourceType {
  private final World world;
  private final Operations operations;
  private final String type;
  private final int runningStatus;

  /** Operation URLs of the network provider. */
  public static OperationStatusType network(World world, Operations operations) {
    return new OperationStatusType(
        world, operations, "Microsoft.Network/locations/operations", 200);
  }

  /** Operation URLs of private DNS. */
  public static OperationStatusType privateDns(World world, Operations operations) {
    return new OperationStatusType(
        world, operations, "Microsoft.Network/privateDnsOperationStatuses", 202);
  }

  private OperationStatusType(World world, Operations operations, String type, int runningStatus) {
    this.world = world;
    this.operations = operations;
    this.type = type;
    this.runningStatus = runningStatus;
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
    ObjectNode status = Json.object();
    Optional<Change.Ending> ending = operation.ending();
    status.put("status", ending.map(Change.Ending::status).orElse("InProgress"));
    operation.error().ifPresent(error -> status.set("error", error));
    if (operation.running()) {
      ArmResponse running = Links.retry(ArmResponse.of(runningStatus, status), world);
      return runningStatus == 202 ? pointing(running, call) : running;
    }
    return ArmResponse.of(200, status);
  }

  /** Private DNS repeats both URLs while it runs, as recorded. */
  private static ArmResponse pointing(ArmResponse response, ArmCall call) {
    String self =
        call.request().baseUrl() + call.request().path() + "?api-version=" + call.apiVersion();
    return response
        .with("Azure-AsyncOperation", self)
        .with("Location", self.replace("OperationStatuses", "OperationResults"));
  }
}
