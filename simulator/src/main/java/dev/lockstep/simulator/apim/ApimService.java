package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One API Management service.
 *
 * @param id resource id
 * @param document what was written, with the host names as {@link HostNames} keeps them
 * @param etag base64 etag without quotes
 * @param state provisioningState
 * @param targetState targetProvisioningState; empty text when nothing goes on
 * @param created when it was made
 * @param privateAddresses addresses in the virtual network, primary region
 * @param nextAddress address that it will have after the running update
 */
public record ApimService(
    ResourceId id,
    ObjectNode document,
    String etag,
    String state,
    String targetState,
    Instant created,
    List<String> privateAddresses,
    Optional<String> nextAddress)
    implements Resource {

  public ApimService {
    privateAddresses = List.copyOf(privateAddresses);
  }

  /** Whether an update runs; writes are refused meanwhile. */
  public boolean busy() {
    return !targetState.isEmpty();
  }

  /** The entries of hostnameConfigurations. */
  public List<ObjectNode> hostNames() {
    return Json.objects(document, "properties", "hostnameConfigurations");
  }

  /** Private addresses of all regions. */
  public List<String> allPrivateAddresses() {
    var regional =
        Json.objects(document, "properties", "additionalLocations").stream()
            .flatMap(region -> Json.texts(region, "privateIPAddresses").stream());
    return Stream.concat(privateAddresses.stream(), regional).toList();
  }

  ApimService withDocument(ObjectNode next) {
    return new ApimService(
        id, next, etag, state, targetState, created, privateAddresses, nextAddress);
  }

  ApimService withState(String nextEtag, String next, String target) {
    return new ApimService(
        id, document, nextEtag, next, target, created, privateAddresses, nextAddress);
  }

  /** The same service, stopped by the platform or brought back by it. */
  public ApimService suspended(boolean suspended, String nextEtag) {
    return withState(nextEtag, suspended ? "Stopped" : "Succeeded", "");
  }

  /** The same service that will move to an address when its next update ends. */
  public ApimService movingTo(String address) {
    return new ApimService(
        id, document, etag, state, targetState, created, privateAddresses, Optional.of(address));
  }

  ApimService withAddresses(List<String> addresses) {
    return new ApimService(
        id, document, etag, state, targetState, created, addresses, Optional.empty());
  }
}
