package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.port.NetworkLook;
import dev.lockstep.port.NetworkView;
import java.util.function.Function;

/** What stands around a gateway, as the status report shows it. */
final class GatewayNetwork implements Function<ResourceId, JsonNode> {
  private final Arm arm;
  private final String apiVersion;
  private final NetworkLook look;

  /**
   * @param apiVersion api-version of gateways
   */
  GatewayNetwork(Arm arm, String apiVersion, NetworkLook look) {
    this.arm = arm;
    this.apiVersion = apiVersion;
    this.look = look;
  }

  @Override
  public JsonNode apply(ResourceId gateway) {
    ArmAnswer answer = arm.send(ArmRequest.get(gateway + "?api-version=" + apiVersion));
    return answer instanceof ArmAnswer.Answered answered
            && answered.status() == 200
            && answered.body() instanceof ObjectNode document
        ? json(look.of(GatewayDocument.of(document)))
        : problem("the gateway could not be read; the target's last run says why");
  }

  private static ObjectNode json(NetworkView view) {
    ObjectNode network = JsonNodeFactory.instance.objectNode();
    ArrayNode frontends = network.putArray("frontends");
    for (NetworkView.Frontend frontend : view.frontends()) {
      ObjectNode json = frontends.addObject();
      json.put("name", frontend.name()).put("public", frontend.isPublic());
      frontend.address().ifPresent(address -> json.put("address", address));
      frontend.fqdn().ifPresent(fqdn -> json.put("fqdn", fqdn));
    }
    ArrayNode subnets = network.putArray("subnets");
    for (NetworkView.Subnet subnet : view.subnets()) {
      ObjectNode json = subnets.addObject();
      json.put("network", subnet.network()).put("name", subnet.name());
      subnet.prefix().ifPresent(prefix -> json.put("prefix", prefix));
      subnet.securityGroup().ifPresent(group -> json.put("securityGroup", group));
    }
    view.problems().forEach(network.withArrayProperty("problems")::add);
    return network;
  }

  private static ObjectNode problem(String problem) {
    ObjectNode network = JsonNodeFactory.instance.objectNode();
    network.putArray("problems").add(problem);
    return network;
  }
}
