package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.List;
import java.util.Optional;

/** One rule by which the service refuses a gateway document at once. */
interface GatewayRule {
  /** All rules, in the order in which they are asked. */
  List<GatewayRule> ALL =
      List.of(
          new NameRule(),
          new LimitRule(),
          new RangeRule(),
          new ReferenceRule(),
          new PriorityRule(),
          new ChoiceRule(),
          new HostNameRule(),
          new ListenerRule(),
          new ProbeRule(),
          new CertificateRule(),
          new UploadRule(),
          new FirewallRule(),
          new SubnetRule(),
          new SubnetSizeRule());

  /** Throws the refusal when the draft breaks the rule. */
  void check(Draft draft);

  /**
   * A document that somebody wants to write.
   *
   * @param id id of the gateway
   * @param document the document as it would be kept
   * @param before the document that is kept now
   * @param apiVersion api-version of the request
   * @param resources the world, for references that leave the gateway
   */
  record Draft(
      ResourceId id,
      ObjectNode document,
      Optional<ObjectNode> before,
      String apiVersion,
      Resources resources) {
    /** Id of a sub-resource. */
    String idOf(String collection, ObjectNode element) {
      return id + "/" + collection + "/" + Parts.name(element);
    }
  }

  /** A refusal with an empty list of details, as the network provider words it. */
  static ArmFault refusal(String code, String message) {
    return new ArmFault(ArmResponse.of(400, ErrorBody.wrapped(ErrorBody.detailed(code, message))));
  }
}
