package dev.lockstep.route;

/**
 * The text algorithms behind {@link HostPattern}. Symbols: {@code *} any number of characters,
 * {@code ?} one character of a host name, {@link #ONE} one character whatever it is; all else
 * stands for itself.
 */
final class Glob {
  /** The character that an asterisk must take at least; no host name contains it. */
  static final char ONE = '+';

  private Glob() {}

  /** The pattern in which each asterisk takes at least one character. */
  static String atLeastOne(String pattern) {
    return pattern.replace("*", ONE + "*");
  }

  /** Whether the pattern matches the whole text. Time is pattern × text at worst. */
  static boolean matches(String pattern, String text, boolean questionMarkTakesPeriod) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starText = t;
      } else if (p < pattern.length()
          && takes(pattern.charAt(p), text.charAt(t), questionMarkTakesPeriod)) {
        p++;
        t++;
      } else if (star >= 0) {
        // The last asterisk takes one character more; an earlier one never needs to.
        p = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    return isAllAsterisks(pattern, p);
  }

  /**
   * Whether the first pattern matches everything that the second does. The second is read as a
   * text: its asterisks stand for letters that nothing but an asterisk takes, and a question mark
   * is not sure to take a period.
   */
  static boolean covers(String pattern, String other) {
    return matches(pattern, other, false);
  }

  private static boolean takes(char symbol, char character, boolean questionMarkTakesPeriod) {
    return switch (symbol) {
      case ONE -> character != '*';
      case '?' ->
          character != '*' && character != ONE && (questionMarkTakesPeriod || character != '.');
      default -> symbol == character;
    };
  }

  private static boolean isAllAsterisks(String pattern, int from) {
    for (int i = from; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '*') {
        return false;
      }
    }
    return true;
  }
}
