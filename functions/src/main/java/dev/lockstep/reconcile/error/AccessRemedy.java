package dev.lockstep.reconcile.error;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a refusal for lack of a right. The message of ARM names the identity, the action
 * and the scope; the answer is the command that grants it. Built-in role names: Microsoft Learn,
 * role-based-access-control/built-in-roles.
 */
final class AccessRemedy {
  private static final Pattern OBJECT_ID = Pattern.compile("object id '([^']+)'");
  private static final Pattern MISSING =
      Pattern.compile(
          "does not have (?:authorization|permission) to perform action(?:\\(s\\))? '([^']+)'"
              + " (?:over scope|on the linked scope\\(s\\)) '([^']+)'");
  private static final Pattern LOCKED = Pattern.compile("scope\\(s\\) are locked: '([^']+)'");

  private static final Pattern LOCK_ID =
      Pattern.compile("(?i)(.+)/providers/Microsoft\\.Authorization/locks/([^/]+)");
  private static final Pattern GROUP =
      Pattern.compile("(?i)/subscriptions/([^/]+)/resourceGroups/([^/]+)");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "\"policyAssignment\":\\s*\\{\\s*\"name\":\\s*\"([^\"]*)\",\\s*\"id\":\\s*\"([^\"]+)\"");

  private AccessRemedy() {}

  static String of(ArmError error) {
    String text = error.inWords();
    Matcher missing = MISSING.matcher(text);
    if (missing.find()) {
      return grant(objectId(text), missing.group(1), missing.group(2));
    }
    if (error.has("RequestDisallowedByPolicy")) {
      return ofPolicy(text);
    }
    return "Give the identity of Lockstep the rights listed in docs/security.md; a new role"
        + " assignment takes about five minutes to work.";
  }

  private static String ofPolicy(String text) {
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (!assignment.find()) {
      return "An Azure Policy forbids this change: az policy state list --filter"
          + " \"complianceState eq 'NonCompliant'\" names it; exempt the resource or change the"
          + " policy.";
    }
    String id = assignment.group(2);
    int end = id.toLowerCase(Locale.ROOT).indexOf("/providers/microsoft.authorization/");
    String scope = end > 0 ? id.substring(0, end) : id;
    return "The policy assignment '"
        + assignment.group(1)
        + "' at "
        + scope
        + " forbids this change: az policy assignment show --name "
        + id.substring(id.lastIndexOf('/') + 1)
        + " --scope "
        + scope
        + " shows it. Exempt the resource (az policy exemption create --policy-assignment "
        + id
        + ") or change the policy.";
  }

  static String ofLock(ArmError error) {
    Matcher locked = LOCKED.matcher(error.inWords());
    if (!locked.find()) {
      return "Remove the lock: az lock list shows all of the subscription.";
    }
    String scope = locked.group(1);
    Matcher named = LOCK_ID.matcher(scope);
    String which =
        named.matches()
            ? "the lock '" + named.group(2) + "' at " + named.group(1)
            : "the lock at " + scope;
    return "Remove "
        + which
        + ": "
        + list(named.matches() ? named.group(1) : scope)
        + " shows its name and id, az lock delete --ids <id> removes it; or exclude the gateway from"
        + " it.";
  }

  private static String list(String scope) {
    Matcher group = GROUP.matcher(scope);
    return group.matches()
        ? "az lock list --subscription " + group.group(1) + " --resource-group " + group.group(2)
        : "az lock list --resource " + scope;
  }

  private static String grant(String objectId, String action, String scope) {
    return "Missing action "
        + action
        + " on "
        + scope
        + ". Grant it: az role assignment create --assignee-object-id "
        + objectId
        + " --assignee-principal-type ServicePrincipal --role \""
        + role(action)
        + "\" --scope "
        + scope
        + " (the custom role in infra/ holds exactly what is needed). It takes about five minutes"
        + " to work.";
  }

  private static String objectId(String text) {
    Matcher matcher = OBJECT_ID.matcher(text);
    return matcher.find() ? matcher.group(1) : "<object id>";
  }

  private static String role(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    if (lower.startsWith("microsoft.managedidentity/")) {
      return "Managed Identity Operator";
    }
    if (lower.startsWith("microsoft.network/privatednszones/")) {
      return "Private DNS Zone Contributor";
    }
    if (lower.startsWith("microsoft.network/dnszones/")) {
      return "DNS Zone Contributor";
    }
    if (lower.startsWith("microsoft.apimanagement/")) {
      return "API Management Service Reader Role";
    }
    return lower.endsWith("/read") ? "Reader" : "Network Contributor";
  }
}
