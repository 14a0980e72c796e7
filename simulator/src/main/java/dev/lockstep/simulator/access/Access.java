package dev.lockstep.simulator.access;

import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The role assignments of the tenant. What one assignment gives, no other takes away. Thread-safe:
 * data planes ask it too.
 */
public final class Access {
  private final List<RoleAssignment> assignments;
  private final Map<Principal, List<ActionPattern>> withheld = new HashMap<>();

  /** Answers since the last assignment: the same is asked at every request. */
  private final Map<Question, Boolean> answered = new HashMap<>();

  private record Question(String principal, boolean data, String action, String scope) {}

  /** With these assignments. */
  public Access(List<RoleAssignment> assignments) {
    this.assignments = new ArrayList<>(assignments);
  }

  /** Whether a principal may run a control plane action at a scope. */
  public boolean allows(Principal principal, String action, ResourceId scope) {
    return anyAt(
        new Question(principal.objectId(), false, action, scope.key()),
        principal,
        scope,
        role -> role.gives(action));
  }

  /**
   * Whether a principal may run a data plane action.
   *
   * @param action such as {@code Microsoft.KeyVault/vaults/secrets/getSecret/action}
   * @param resource the resource that holds the data, such as a vault
   */
  public boolean allowsData(Principal principal, String action, ResourceId resource) {
    return anyAt(
        new Question(principal.objectId(), true, action, resource.key()),
        principal,
        resource,
        role -> role.givesData(action));
  }

  /** Whether a principal has a role at, above or below an id, and so sees that it is there. */
  public synchronized boolean sees(Principal principal, ResourceId id) {
    return of(principal).anyMatch(assigned -> assigned.covers(id) || assigned.isWithin(id));
  }

  /** Gives a principal a role. */
  public synchronized void assign(RoleAssignment assignment) {
    assignments.add(assignment);
    answered.clear();
  }

  /**
   * Takes actions away from every role of a principal, in place of those taken before; none gives
   * everything back.
   */
  public synchronized void withhold(Principal principal, List<ActionPattern> actions) {
    withheld.put(principal, List.copyOf(actions));
    answered.clear();
  }

  /** Every assignment as it works now. */
  public synchronized List<RoleAssignment> assignments() {
    return assignments.stream().map(this::effective).toList();
  }

  private synchronized boolean anyAt(
      Question question, Principal principal, ResourceId scope, Predicate<RoleDefinition> gives) {
    Boolean known = answered.get(question);
    if (known == null) {
      known =
          of(principal)
              .filter(assigned -> assigned.covers(scope))
              .anyMatch(assigned -> gives.test(assigned.role()));
      answered.put(question, known);
    }
    return known;
  }

  private Stream<RoleAssignment> of(Principal principal) {
    return assignments.stream()
        .filter(assigned -> assigned.principal().objectId().equals(principal.objectId()))
        .map(this::effective);
  }

  private RoleAssignment effective(RoleAssignment assigned) {
    List<ActionPattern> taken = withheld.getOrDefault(assigned.principal(), List.of());
    return taken.isEmpty() ? assigned : assigned.withRole(assigned.role().withholding(taken));
  }
}
