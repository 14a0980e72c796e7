package dev.lockstep.azure;

import com.azure.core.exception.HttpResponseException;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.SecretId;

/** Why a vault gave nothing, and what to do (Microsoft Learn, rest-error-codes of Key Vault). */
final class VaultFailures {
  private VaultFailures() {}

  /**
   * @param right the data action that the read needs
   */
  static ReadFailure of(SecretId id, RuntimeException failed, String right) {
    if (failed instanceof HttpResponseException answered && answered.getResponse() != null) {
      return answered(id, answered.getResponse().getStatusCode(), right);
    }
    return ReadFailure.of(
        Kind.UNAVAILABLE,
        id.vault() + " did not answer: " + failed.getClass().getSimpleName(),
        "let the app reach the vault (firewall, private endpoint, DNS); it is tried again");
  }

  // The body of an answer is not shown: it is not ours to say what stands in it.
  private static ReadFailure answered(SecretId id, int status, String right) {
    String message = id.url() + ": the vault answered " + status;
    return switch (status) {
      case 401, 403 ->
          ReadFailure.of(
              Kind.FORBIDDEN,
              message,
              "give the app's identity %s on %s, and let the vault's firewall admit the app"
                  .formatted(right, id.vaultName()));
      case 404 ->
          ReadFailure.of(
              Kind.NOT_FOUND,
              message,
              "restore the certificate, or import it as a certificate: a plain secret does not tell"
                  + " its public part");
      case 429 -> ReadFailure.of(Kind.THROTTLED, message, "");
      default -> ReadFailure.of(Kind.UNAVAILABLE, message, "it is tried again");
    };
  }

  static ReadFailure notOfThisCloud(SecretId id, String suffix) {
    return ReadFailure.of(
        Kind.FORBIDDEN,
        "vault " + id.vault() + " is not below " + suffix + ", and tokens go nowhere else",
        "use a vault of this cloud, or set LOCKSTEP_CLOUD or LOCKSTEP_VAULT_SUFFIX");
  }

  static ReadFailure malformed(SecretId id, String what) {
    return ReadFailure.of(
        Kind.MALFORMED, id.url() + " " + what, "import it again, as PFX or PEM with its chain");
  }
}
