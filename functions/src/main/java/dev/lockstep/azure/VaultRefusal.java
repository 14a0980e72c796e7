package dev.lockstep.azure;

import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.SecretId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a vault refused, told by the inner code and the words of its answer (Microsoft Learn,
 * rest-error-codes of Key Vault and rbac-troubleshooting).
 */
final class VaultRefusal {
  private static final Pattern CALLER = Pattern.compile("oid=([0-9a-fA-F-]{36})\\b");

  private VaultRefusal() {}

  static ReadFailure of(SecretId id, String message, String body, VaultRight right) {
    String vault = id.vaultName();
    if (body.contains("SecretDisabled") || body.contains("on a disabled ")) {
      return ReadFailure.of(
          Kind.FORBIDDEN,
          message + ": the newest version is disabled",
          "az keyvault certificate set-attributes --vault-name %s --name %s --enabled true, or import a"
                  .formatted(vault, id.name())
              + " new version");
    }
    if (body.contains("ForbiddenByFirewall")
        || body.contains("Client address is not authorized")
        || body.contains("Public network access is disabled")) {
      return ReadFailure.of(
          Kind.FORBIDDEN,
          message + ": its firewall does not admit the app",
          "az keyvault network-rule add --name %s --subnet <id of the app's subnet>, or give the vault a"
                  .formatted(vault)
              + " private endpoint in the app's network");
    }
    String identity = identity(body);
    boolean policies =
        body.contains("AccessDenied") || body.contains("get permission on key vault");
    String command =
        policies ? right.accessPolicy(vault, identity) : right.assignment(vault, identity);
    return ReadFailure.of(
        Kind.FORBIDDEN,
        "%s: the app's identity lacks %s on %s".formatted(message, right.action(), vault),
        command + "; what is granted takes some minutes to count");
  }

  private static String identity(String body) {
    Matcher caller = CALLER.matcher(body);
    return caller.find() ? caller.group(1) : "<object id of the app's identity>";
  }
}
