package dev.lockstep.simulator.access;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Locale;

/**
 * A role that a principal has at a scope and everywhere below it.
 *
 * @param principal who has it
 * @param role the role
 * @param scope id of a subscription, group or resource, or {@code /} for everything
 */
public record RoleAssignment(Principal principal, RoleDefinition role, String scope) {
  /** The scope above every subscription. */
  public static final String EVERYTHING = "/";

  public RoleAssignment {
    requireNonNull(principal, "principal is null");
    requireNonNull(role, "role is null");
    requireNonNull(scope, "scope is null");
  }

  /** Whether the assignment holds at an id. */
  public boolean covers(ResourceId id) {
    String key = scope.toLowerCase(Locale.ROOT);
    return scope.equals(EVERYTHING) || id.key().equals(key) || id.key().startsWith(key + "/");
  }

  /** Whether the assignment is at an id or somewhere below it. */
  boolean isWithin(ResourceId id) {
    String key = scope.toLowerCase(Locale.ROOT);
    return key.equals(id.key()) || key.startsWith(id.key() + "/");
  }

  RoleAssignment withRole(RoleDefinition other) {
    return new RoleAssignment(principal, other, scope);
  }
}
