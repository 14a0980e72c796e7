package dev.lockstep.desire;

import static java.util.Objects.requireNonNull;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of owned elements: {@code <prefix>-<instance>-<kind>-<subject>}. The same input gives the
 * same name, so that a second run finds what the first one made.
 *
 * @param prefix first part of the name
 * @param instance this installation
 */
public record ElementNames(String prefix, InstanceId instance) {
  /**
   * Longest name of a gateway element: 1 to 80 letters, digits, underscores, periods and hyphens
   * (Microsoft Learn, "Naming rules and restrictions for Azure resources", Microsoft.Network).
   */
  public static final int MAX_LENGTH = 80;

  /** What stands for the asterisk of a wildcard. */
  static final String ASTERISK = "wildcard.";

  private static final int HASH_DIGITS = 8;
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9._-]");

  public ElementNames {
    requireNonNull(prefix, "prefix is null");
    requireNonNull(instance, "instance is null");
  }

  /**
   * The key of an element.
   *
   * @param subject what it is made for: a host name, a secret, a port number
   */
  public ElementKey key(Kind kind, String subject) {
    // Two dots, because no host name has them: wildcard.contoso.com has a name of its own.
    String clean =
        UNFIT.matcher(subject.toLowerCase(Locale.ROOT).replace("*", ASTERISK)).replaceAll("-");
    String name = stem() + kind.word() + "-" + clean;
    if (name.length() > MAX_LENGTH) {
      String hash = Sha256.of(name).substring(0, HASH_DIGITS);
      name = name.substring(0, MAX_LENGTH - HASH_DIGITS - 1) + "-" + hash;
    }
    return new ElementKey(kind.collection(), name);
  }

  /** Whether an element's name looks like ours. Proves nothing: the owner record decides. */
  public boolean looksLike(ElementKey key) {
    if (!key.name().regionMatches(true, 0, prefix, 0, prefix.length())) {
      return false;
    }
    String name = key.name().toLowerCase(Locale.ROOT);
    return name.startsWith(stem())
        && Arrays.stream(Kind.values())
            .anyMatch(kind -> name.startsWith(kind.word() + "-", stem().length()));
  }

  /**
   * What an element of a kind is made for, as its name says; empty when the name is not ours for
   * that kind. Proves nothing either.
   */
  public Optional<String> subject(Kind kind, ElementKey key) {
    String stem = key(kind, "").name();
    return key.name().regionMatches(true, 0, stem, 0, stem.length())
        ? Optional.of(key.name().substring(stem.length()))
        : Optional.empty();
  }

  private String stem() {
    return prefix + "-" + instance + "-";
  }
}
