package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Key Vault secret's URL. Vault and secret names are the same in any case, so equality ignores
 * it.
 *
 * @param vault host name of the vault, lower case, such as {@code kv-edge.vault.azure.net}
 * @param name the secret's name, lower case: 1 to 127 letters, digits or hyphens (Microsoft Learn,
 *     "About keys, secrets and certificates", object identifiers)
 * @param version the version, when the URL pins one
 */
public record SecretId(String vault, String name, Optional<String> version) {
  private static final Pattern FORM =
      Pattern.compile("https://([a-z0-9.-]+)/secrets/([a-z0-9-]{1,127})(?:/([a-z0-9]+))?/?");

  public SecretId {
    requireNonNull(vault, "vault is null");
    requireNonNull(name, "name is null");
    requireNonNull(version, "version is null");
  }

  /** The secret of that URL, or empty when it is not the URL of a secret. */
  public static Optional<SecretId> tryParse(String url) {
    Matcher matcher = FORM.matcher(url.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(
            new SecretId(matcher.group(1), matcher.group(2), Optional.ofNullable(matcher.group(3))))
        : Optional.empty();
  }

  /** The first label of the vault's host name, unique in a cloud. */
  public String vaultName() {
    int dot = vault.indexOf('.');
    return dot < 0 ? vault : vault.substring(0, dot);
  }

  /** The same secret, whatever its version: the form that rotates by itself. */
  public SecretId versionless() {
    return new SecretId(vault, name, Optional.empty());
  }

  /** The URL, without a slash at the end. */
  public String url() {
    return "https://" + vault + "/secrets/" + name + version.map(v -> "/" + v).orElse("");
  }

  @Override
  public String toString() {
    return url();
  }
}
