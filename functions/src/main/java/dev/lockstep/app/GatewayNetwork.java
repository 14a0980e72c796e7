package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.azure.network.NetworkLook;
import dev.lockstep.azure.network.PublicAddress;
import dev.lockstep.azure.network.SubnetLook;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stands around a gateway: its frontends with their addresses, and its subnet. */
final class GatewayNetwork implements Function<ResourceId, JsonNode> {
  private final Arm arm;
  private final String apiVersion;
  private final Supplier<NetworkLook> look;

  /**
   * @param apiVersion api-version of gateways
   * @param look made when somebody asks: the typed managers take their time to start
   */
  GatewayNetwork(Arm arm, String apiVersion, Supplier<NetworkLook> look) {
    this.arm = arm;
    this.apiVersion = apiVersion;
    this.look = look;
  }

  @Override
  public JsonNode apply(ResourceId gateway) {
    ArmAnswer answer = arm.send(ArmRequest.get(gateway + "?api-version=" + apiVersion));
    return answer instanceof ArmAnswer.Answered answered && answered.status() == 200
        ? around(answered.body().path("properties"))
        : problem("the gateway could not be read", "see the last run of the target");
  }

  private ObjectNode around(JsonNode properties) {
    ObjectNode network = JsonNodeFactory.instance.objectNode();
    ArrayNode frontends = network.putArray("frontends");
    for (JsonNode frontend : properties.path("frontendIPConfigurations")) {
      frontends.add(frontend(frontend));
    }
    ArrayNode subnets = network.putArray("subnets");
    for (JsonNode configuration : properties.path("gatewayIPConfigurations")) {
      id(configuration, "subnet").ifPresent(id -> subnets.add(subnet(id)));
    }
    return network;
  }

  private ObjectNode frontend(JsonNode frontend) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", frontend.path("name").asText());
    Optional<ResourceId> publicId = id(frontend, "publicIPAddress");
    if (publicId.isEmpty()) {
      return json.put("address", frontend.path("properties").path("privateIPAddress").asText());
    }
    json.put("publicIp", publicId.get().value());
    Reading<PublicAddress> reading = look.get().publicAddress(publicId.get());
    reading
        .asValue()
        .ifPresent(
            found -> {
              found.address().ifPresent(address -> json.put("address", address));
              found.fqdn().ifPresent(fqdn -> json.put("fqdn", fqdn));
            });
    reading.asFailure().ifPresent(failure -> json.set("problem", problem(failure)));
    return json;
  }

  private ObjectNode subnet(ResourceId id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id.value());
    Reading<SubnetLook> reading = look.get().subnet(id);
    reading
        .asValue()
        .ifPresent(
            found -> {
              ArrayNode prefixes = json.putArray("prefixes");
              found.prefixes().forEach(prefixes::add);
              found.securityGroup().ifPresent(group -> json.put("securityGroup", group));
              found.routeTable().ifPresent(table -> json.put("routeTable", table));
            });
    reading.asFailure().ifPresent(failure -> json.set("problem", problem(failure)));
    return json;
  }

  private static Optional<ResourceId> id(JsonNode element, String reference) {
    return ResourceId.tryParse(element.path("properties").path(reference).path("id").asText());
  }

  private static ObjectNode problem(ReadFailure failure) {
    return problem(failure.message(), failure.remedy());
  }

  private static ObjectNode problem(String message, String remedy) {
    return JsonNodeFactory.instance.objectNode().put("message", message).put("remedy", remedy);
  }
}
