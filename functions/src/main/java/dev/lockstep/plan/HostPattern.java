package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name as a listener writes it: {@code *} stands for any characters and {@code ?} for one
 * (Microsoft Learn, "Application Gateway multiple site hosting").
 */
final class HostPattern {
  private HostPattern() {}

  static boolean matches(String pattern, HostName host) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.matches(regex.toString(), host.value());
  }
}
