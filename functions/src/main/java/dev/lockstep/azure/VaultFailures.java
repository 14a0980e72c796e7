package dev.lockstep.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.SecretId;
import java.time.Duration;
import java.util.Optional;

/** Why a vault gave nothing, and what to do (Microsoft Learn, rest-error-codes of Key Vault). */
final class VaultFailures {
  private VaultFailures() {}

  /**
   * @param right what the read needs
   */
  static ReadFailure of(SecretId id, RuntimeException failed, VaultRight right) {
    if (failed instanceof HttpResponseException answered && answered.getResponse() != null) {
      // The body of an answer is looked at, but not shown: it is not ours to say what stands in it.
      return answered(id, answered.getResponse(), String.valueOf(answered.getMessage()), right);
    }
    return ReadFailure.of(
        Kind.UNAVAILABLE,
        id.vault() + " did not answer: " + failed.getClass().getSimpleName(),
        "let the app reach the vault (firewall, private endpoint, DNS); it is tried again");
  }

  private static ReadFailure answered(
      SecretId id, HttpResponse response, String body, VaultRight right) {
    int status = response.getStatusCode();
    String message = id.url() + ": the vault answered " + status;
    return switch (status) {
      case 401, 403 -> VaultRefusal.of(id, message, body, right);
      case 404 ->
          ReadFailure.of(
              Kind.NOT_FOUND,
              message,
              "az keyvault certificate recover --vault-name %s --name %s, if it was deleted; else import it"
                      .formatted(id.vaultName(), id.name())
                  + " as a certificate: a plain secret does not tell its public part");
      case 429 -> {
        Optional<Duration> after = retryAfter(response);
        String until = after.map(it -> " and asks to wait " + it.toSeconds() + " s").orElse("");
        yield new ReadFailure(Kind.THROTTLED, message + until, "", after);
      }
      default -> ReadFailure.of(Kind.UNAVAILABLE, message, "it is tried again");
    };
  }

  private static Optional<Duration> retryAfter(HttpResponse response) {
    return Optional.ofNullable(response.getHeaderValue(HttpHeaderName.RETRY_AFTER))
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
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

  /** Of a key that may not leave the vault the secret does not hold what a PFX needs. */
  static ReadFailure withoutChain(SecretId id) {
    return ReadFailure.of(
        Kind.MALFORMED,
        id.url() + " is no PFX with a key, and no PEM",
        "import it again, as PFX or PEM with its chain; where its key may not leave the vault (not"
            + " exportable, or in hardware), name its authorities in trustBundle");
  }
}
