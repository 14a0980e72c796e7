package dev.lockstep.simulator.access;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * An action as a role names it. A {@code *} stands for any run of characters, slashes included, and
 * case does not matter (Microsoft Learn, role-definitions).
 *
 * @param text such as {@code Microsoft.Network/*}{@code /read}
 */
public record ActionPattern(String text) {
  public ActionPattern {
    requireNonNull(text, "text is null");
  }

  /** Whether the pattern names the action. */
  public boolean matches(String action) {
    return matches(text.toLowerCase(Locale.ROOT), 0, action.toLowerCase(Locale.ROOT), 0);
  }

  private static boolean matches(String pattern, int at, String action, int from) {
    int star = pattern.indexOf('*', at);
    if (star < 0) {
      return pattern.substring(at).equals(action.substring(from));
    }
    int fixed = star - at;
    if (!action.regionMatches(from, pattern, at, fixed)) {
      return false;
    }
    for (int next = from + fixed; next <= action.length(); next++) {
      if (matches(pattern, star + 1, action, next)) {
        return true;
      }
    }
    return false;
  }
}
