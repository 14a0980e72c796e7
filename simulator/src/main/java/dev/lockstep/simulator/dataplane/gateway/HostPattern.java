package dev.lockstep.simulator.dataplane.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name of a listener: an asterisk stands for any characters, a question mark for one
 * (Microsoft Learn, multiple-site-overview).
 *
 * @param text as written
 * @param form the same as expression for names in lower case
 */
record HostPattern(String text, Pattern form) {

  static HostPattern of(String text) {
    StringBuilder form = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case '*' -> form.append(".*");
        case '?' -> form.append('.');
        default -> form.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return new HostPattern(text, Pattern.compile(form.toString()));
  }

  boolean matches(String lowerCaseHost) {
    return form.matcher(lowerCaseHost).matches();
  }
}
