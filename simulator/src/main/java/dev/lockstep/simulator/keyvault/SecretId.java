package dev.lockstep.simulator.keyvault;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Key Vault secret as gateways and services name it.
 *
 * @param vault vault name in lower case
 * @param name secret name in lower case
 * @param version version, when the id pins one
 */
public record SecretId(String vault, String name, Optional<String> version) {
  private static final Pattern FORM =
      Pattern.compile("https://([^./:]+)[^/]*/secrets/([^/]+)(?:/([^/]*))?/?");

  /** Reads {@code https://<vault>.<suffix>/secrets/<name>[/<version>]}; empty for anything else. */
  public static Optional<SecretId> parse(String url) {
    Matcher matcher = FORM.matcher(url.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(
            new SecretId(
                matcher.group(1),
                matcher.group(2),
                Optional.ofNullable(matcher.group(3)).filter(version -> !version.isEmpty())))
        : Optional.empty();
  }
}
