package dev.lockstep.simulator.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets a request through when its principal may do what it asks, and refuses it as ARM does. */
public final class Authorizer {
  private final Access access;

  /** By the given assignments. */
  public Authorizer(Access access) {
    this.access = access;
  }

  /**
   * Checks a request that has found its type, before anything is said about what exists.
   *
   * @param type canonical type of the resource, or of what is listed
   * @throws ArmFault 403 AuthorizationFailed or LinkedAuthorizationFailed
   */
  public void check(ArmRequest request, String type, ArmPath path) {
    Optional<String> action = Actions.of(request.method(), type, path);
    if (action.isEmpty()) {
      return;
    }
    Principal principal = request.principal();
    if (!access.allows(principal, action.get(), path.id())) {
      throw authorizationFailed(principal, action.get(), path.id());
    }
    if (action.get().endsWith("/write") && !request.body().isEmpty()) {
      checkLinked(request, action.get(), path.id());
    }
  }

  /** One refusal names one linked scope, as the published texts do. */
  private void checkLinked(ArmRequest request, String action, ResourceId scope) {
    Principal principal = request.principal();
    for (LinkedScope linked : LinkedScope.in(body(request), scope)) {
      if (!access.allows(principal, linked.action(), linked.id())) {
        throw linkedAuthorizationFailed(principal, action, scope, linked);
      }
    }
  }

  /** A body that is no JSON names nothing; the type refuses it in its own words. */
  private static JsonNode body(ArmRequest request) {
    try {
      return Json.parse(request.body().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      return Json.object();
    }
  }

  private static ArmFault authorizationFailed(
      Principal principal, String action, ResourceId scope) {
    return refusal(
        "AuthorizationFailed",
        "The client '%s' with object id '%s' does not have authorization to perform action '%s' over scope '%s' or the scope is invalid. If access was recently granted, please refresh your credentials."
            .formatted(principal.objectId(), principal.objectId(), action, scope));
  }

  private static ArmFault linkedAuthorizationFailed(
      Principal principal, String action, ResourceId scope, LinkedScope refused) {
    return refusal(
        "LinkedAuthorizationFailed",
        "The client '%s' with object id '%s' has permission to perform action '%s' on scope '%s'; however, it does not have permission to perform action(s) '%s' on the linked scope(s) '%s' or the linked scope(s) are invalid."
            .formatted(
                principal.objectId(),
                principal.objectId(),
                action,
                scope,
                refused.action(),
                refused.scope()));
  }

  private static ArmFault refusal(String code, String message) {
    return Faults.of(403, code, message).with("x-ms-failure-cause", "gateway");
  }
}
