package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Switches.EventTiming;
import dev.lockstep.simulator.world.World;

/**
 * Events of ARM changes, in the shape of the official examples of Microsoft.Resources.
 *
 * <p>A change that is done when it is answered gives one event. A slow one gives its success at
 * acceptance, at completion, or at both, by switch; a failure or cancellation is always told when
 * it happens. A request that is refused at once gives none.
 */
public final class ArmEvents {
  private final World world;

  /** Events of one world. */
  public ArmEvents(World world) {
    this.world = world;
  }

  /** A change was done at once. */
  public void done(Change change) {
    send(change, Change.Ending.SUCCEEDED);
  }

  /** A slow change was accepted. */
  public void accepted(Change change) {
    if (timing() != EventTiming.COMPLETION) {
      send(change, Change.Ending.SUCCEEDED);
    }
  }

  /** A slow change ended. */
  public void ended(Change change, Change.Ending ending) {
    if (ending != Change.Ending.SUCCEEDED || timing() != EventTiming.ACCEPTANCE) {
      send(change, ending);
    }
  }

  private EventTiming timing() {
    return world.settings().switches().events();
  }

  private void send(Change change, Change.Ending ending) {
    ArmCall call = change.call();
    String subscription = call.id().subscription().orElse("");
    world.emit(
        new SimulatedEvent(
            world.ids().guid(),
            change.eventType(ending),
            "/subscriptions/" + subscription,
            call.id().toString(),
            world.now(),
            data(change, ending, subscription)));
  }

  private ObjectNode data(Change change, Change.Ending ending, String subscription) {
    ArmCall call = change.call();
    ObjectNode data = Json.object();
    data.set("authorization", authorization(change, subscription));
    data.set("claims", claims(call.principal()));
    data.put("correlationId", call.correlationId());
    ObjectNode http = data.putObject("httpRequest");
    http.put(
        "clientRequestId",
        call.request().header("x-ms-client-request-id").orElse(call.requestId()));
    http.put("clientIpAddress", "127.0.0.1");
    http.put("method", call.request().method());
    http.put(
        "url",
        call.request().baseUrl() + call.request().path() + "?api-version=" + call.apiVersion());
    data.put("resourceProvider", call.id().namespace().orElse("Microsoft.Resources"));
    data.put("resourceUri", call.id().toString());
    data.put("operationName", change.operationName());
    data.put("status", ending.status());
    data.put("subscriptionId", subscription);
    data.put("tenantId", Principals.TENANT);
    return data;
  }

  private static ObjectNode authorization(Change change, String subscription) {
    ObjectNode authorization = Json.object();
    authorization.put("scope", change.call().id().toString());
    authorization.put("action", change.operationName());
    ObjectNode evidence = authorization.putObject("evidence");
    evidence.put("role", "Contributor");
    evidence.put("roleAssignmentScope", "/subscriptions/" + subscription);
    evidence.put("roleAssignmentId", "33333333333333333333333333333333");
    // Contributor, as in the official list of built-in roles.
    evidence.put("roleDefinitionId", "b24988ac618042a0ab8820f7382dd24c");
    evidence.put("principalId", change.call().principal().objectId().replace("-", ""));
    evidence.put("principalType", "ServicePrincipal");
    return authorization;
  }

  private static ObjectNode claims(Principal principal) {
    return Json.object()
        .put("aud", "https://management.core.windows.net/")
        .put("iss", "https://sts.windows.net/" + Principals.TENANT + "/")
        .put("appid", principal.clientId())
        .put("appidacr", "2")
        .put("http://schemas.microsoft.com/identity/claims/objectidentifier", principal.objectId())
        .put("http://schemas.microsoft.com/identity/claims/tenantid", Principals.TENANT)
        .put("ver", "1.0");
  }
}
