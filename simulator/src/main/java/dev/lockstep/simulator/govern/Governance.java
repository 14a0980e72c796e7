package dev.lockstep.simulator.govern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The locks and the denying policies of the tenant, by name. They hold for Owners too. */
public final class Governance {
  private final Map<String, Lock> locks = new TreeMap<>();
  private final Map<String, Policy> policies = new TreeMap<>();

  /** Puts a lock in place of one of the same name. */
  public synchronized void put(Lock lock) {
    locks.put(lock.name(), lock);
  }

  /** Assigns a policy in place of one of the same name. */
  public synchronized void put(Policy policy) {
    policies.put(policy.name(), policy);
  }

  /** Removes a lock; tells whether it was there. */
  public synchronized boolean removeLock(String name) {
    return locks.keySet().removeIf(name::equals);
  }

  /** Removes a policy; tells whether it was there. */
  public synchronized boolean removePolicy(String name) {
    return policies.keySet().removeIf(name::equals);
  }

  /** Every lock. */
  public synchronized List<Lock> locks() {
    return List.copyOf(locks.values());
  }

  /** Every policy. */
  public synchronized List<Policy> policies() {
    return List.copyOf(policies.values());
  }

  /**
   * Checks a request that its principal may make, before its provider sees it.
   *
   * @param type canonical type of the resource
   * @throws ArmFault 409 ScopeLocked or 403 RequestDisallowedByPolicy
   */
  public void check(ArmRequest request, String type, ResourceId id) {
    List<Lock> locked =
        locks().stream().filter(lock -> lock.forbids(request.method(), id)).toList();
    if (!locked.isEmpty()) {
      throw scopeLocked(request.method(), id, locked);
    }
    if (policies().isEmpty()) {
      return;
    }
    JsonNode body = body(request);
    List<Policy> denying =
        policies().stream()
            .filter(policy -> policy.denies(request.method(), type, id, body))
            .toList();
    if (!denying.isEmpty()) {
      throw disallowed(id, denying);
    }
  }

  /** Text of Azure/azure-cli issues and Microsoft Learn; actions are refused as writes. */
  private static ArmFault scopeLocked(String method, ResourceId id, List<Lock> locks) {
    String scopes =
        locks.stream().map(lock -> lock.scope().toString()).collect(Collectors.joining(","));
    return Faults.of(
            409,
            "ScopeLocked",
            "The scope '%s' cannot perform %s operation because following scope(s) are locked: '%s'. Please remove the lock and try again."
                .formatted(id, method.equals("DELETE") ? "delete" : "write", scopes))
        .with("x-ms-failure-cause", "gateway");
  }

  /** Text as reported (microsoft/vscode-apimanagement issue 348). */
  private static ArmFault disallowed(ResourceId id, List<Policy> policies) {
    var named = Json.array();
    policies.forEach(policy -> named.add(policy.identifiers()));
    ObjectNode error =
        ErrorBody.flat(
            "RequestDisallowedByPolicy",
            "Resource '%s' was disallowed by policy. Policy identifiers: '%s'."
                .formatted(id.name(), named));
    error.put("target", id.name());
    policies.forEach(policy -> error.withArray("additionalInfo").add(policy.violation()));
    return new ArmFault(ArmResponse.of(403, ErrorBody.wrapped(error)))
        .with("x-ms-failure-cause", "gateway");
  }

  /** A body that is no JSON has no tags; the type refuses it in its own words. */
  private static JsonNode body(ArmRequest request) {
    try {
      return Json.parse(request.body().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException malformed) {
      return Json.object();
    }
  }
}
