package dev.lockstep.simulator.agw;

import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.world.Switches;
import java.util.Optional;

/**
 * If-Match of a gateway PUT, for the case that the service honours it. The answer is worded as for
 * load balancers, where it does (kubernetes-sigs/cloud-provider-azure).
 */
final class GatewayPrecondition {
  private GatewayPrecondition() {}

  static void check(ArmCall call, Optional<Gateway> before, Switches switches) {
    Optional<String> wanted = call.request().header("if-match");
    if (switches.ifMatch() == Switches.IfMatch.IGNORED || wanted.isEmpty()) {
      return;
    }
    String etag = before.map(Gateway::etag).orElse("");
    boolean holds = before.isPresent() && (wanted.get().equals("*") || same(wanted.get(), etag));
    if (!holds) {
      String detail =
          "Etag provided in if-match header %s does not match etag %s of resource %s in NRP data store."
              .formatted(wanted.get(), etag, call.id());
      throw new ArmFault(
          ArmResponse.of(
              412,
              ErrorBody.wrapped(
                  ErrorBody.detailed(
                      "PreconditionFailed",
                      "Precondition failed.",
                      ErrorBody.flat("PreconditionFailedEtagMismatch", detail)))));
    }
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String etag) {
    return etag.replace("W/", "").replace("\"", "").trim();
  }
}
