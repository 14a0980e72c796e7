package dev.lockstep.simulator.access;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What a role allows. What is taken back is taken from this role only: another role can still give
 * it (Microsoft Learn, role-definitions).
 *
 * @param name display name
 * @param actions control plane actions that it gives
 * @param notActions control plane actions that it takes back
 * @param dataActions data plane actions that it gives
 * @param notDataActions data plane actions that it takes back
 */
public record RoleDefinition(
    String name,
    List<ActionPattern> actions,
    List<ActionPattern> notActions,
    List<ActionPattern> dataActions,
    List<ActionPattern> notDataActions) {

  /** The built-in Owner: every control plane action, no data action. */
  public static final RoleDefinition OWNER =
      new RoleDefinition("Owner", List.of(new ActionPattern("*")), List.of(), List.of(), List.of());

  /** The built-in Key Vault Administrator, as far as data goes: everything in a vault. */
  public static final RoleDefinition KEY_VAULT_ADMINISTRATOR =
      new RoleDefinition(
          "Key Vault Administrator",
          List.of(),
          List.of(),
          List.of(new ActionPattern("Microsoft.KeyVault/vaults/*")),
          List.of());

  public RoleDefinition {
    requireNonNull(name, "name is null");
    actions = List.copyOf(actions);
    notActions = List.copyOf(notActions);
    dataActions = List.copyOf(dataActions);
    notDataActions = List.copyOf(notDataActions);
  }

  /** Whether it gives a control plane action. */
  public boolean gives(String action) {
    return any(actions, action) && !any(notActions, action);
  }

  /** Whether it gives a data plane action. */
  public boolean givesData(String action) {
    return any(dataActions, action) && !any(notDataActions, action);
  }

  /** The same role with actions of both planes taken back. */
  public RoleDefinition withholding(List<ActionPattern> taken) {
    List<ActionPattern> control = new ArrayList<>(notActions);
    control.addAll(taken);
    List<ActionPattern> data = new ArrayList<>(notDataActions);
    data.addAll(taken);
    return new RoleDefinition(name, actions, control, dataActions, data);
  }

  private static boolean any(List<ActionPattern> patterns, String action) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(action));
  }
}
