package dev.lockstep.config;

import java.util.regex.Pattern;

/**
 * A value as a message may repeat it. What was put into the wrong place may be a secret: what looks
 * like one, or is longer than any name, is told by its length only.
 */
final class Quoted {
  private static final int LONGEST = 300;

  /** Words that stand beside secrets: PEM, SAS, connection strings, tokens. */
  private static final Pattern TELLTALE =
      Pattern.compile(
          "-----|private key|\\bsig=|accountkey|accesskey|sharedaccess|passw|pwd=|secret=|bearer\\s"
              + "|eyJ[\\w-]{8}",
          Pattern.CASE_INSENSITIVE);

  /** Keys, client secrets and hashes: a long run of capitals, small letters and digits mixed. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "(?=[\\w+/=~-]*[a-z])(?=[\\w+/=~-]*[A-Z])(?=[\\w+/=~-]*[0-9])[\\w+=~-]{20,}"
              + "|[0-9a-fA-F]{40,}|[\\w+/=~-]{80,}");

  private Quoted() {}

  /** The value in quotation marks, or what kind of thing it is. */
  static String of(String value) {
    return isFitToShow(value) ? "'" + value + "'" : "the value (" + value.length() + " characters)";
  }

  /** A property's name as part of a path. */
  static String name(String name) {
    if (name.isEmpty()) {
      return "\"\"";
    }
    return isFitToShow(name) ? name : "(" + name.length() + " characters)";
  }

  static boolean isFitToShow(String value) {
    return value.length() <= LONGEST
        && value.chars().noneMatch(Character::isISOControl)
        && !TELLTALE.matcher(value).find()
        && !RANDOM.matcher(withoutIds(value)).find();
  }

  /** Ids of resources are long and mixed, and no secrets: only their names are looked at. */
  private static String withoutIds(String value) {
    return value
        .replaceAll("(?i)/(subscriptions|resourceGroups|providers)(?=/|$)", " ")
        .replaceAll("(?i)/Microsoft\\.\\w+/\\w+", " ");
  }
}
