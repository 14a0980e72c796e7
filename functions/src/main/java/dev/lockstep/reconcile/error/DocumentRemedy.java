package dev.lockstep.reconcile.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a document that the gateway refuses. */
final class DocumentRemedy {
  private static final Pattern SECRET = Pattern.compile("KeyVault Secret '([^']+)'");

  private DocumentRemedy() {}

  static String of(ArmError error) {
    if (error.mentions("KeyVault")) {
      Matcher secret = SECRET.matcher(error.inWords());
      String which = secret.find() ? secret.group(1) : "the secret that the message names";
      return "The user-assigned identity of the gateway cannot read "
          + which
          + ". Give it the role \"Key Vault Secrets User\" on the vault (or 'get' on secrets in its"
          + " access policy), let the gateway's subnet through the vault's firewall, then confirm"
          + " the plan again: resync with apply=<plan hash>.";
    }
    if (error.mentions("LimitReached")) {
      return "The gateway is full. Remove what is not used, or publish through another gateway.";
    }
    return "The gateway refuses this document as it is. Put right what the message names, then"
        + " confirm the plan again: resync with apply=<plan hash>.";
  }
}
