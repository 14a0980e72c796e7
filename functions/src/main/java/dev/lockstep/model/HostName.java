package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DNS host name in lower case and without the final dot; internationalised names in their ASCII
 * form (RFC 5891). The first label may be {@code *}.
 *
 * @param value at most 253 characters, labels of at most 63 (RFC 1035, section 2.3.4)
 */
public record HostName(String value) implements Comparable<HostName> {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

  public HostName {
    requireNonNull(value, "value is null");
    value = normalise(value);
    String[] labels = value.split("\\.", -1);
    boolean valid = value.length() <= 253 && labels.length >= 2;
    for (int i = 0; i < labels.length && valid; i++) {
      valid = LABEL.matcher(labels[i]).matches() || (i == 0 && labels[i].equals("*"));
    }
    if (!valid) {
      throw new IllegalArgumentException("not a host name: '" + value + "'");
    }
  }

  /** The host name, or empty when the text is not one. */
  public static Optional<HostName> tryParse(String text) {
    try {
      return Optional.of(new HostName(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the first label is an asterisk. */
  public boolean isWildcard() {
    return value.startsWith("*.");
  }

  /**
   * Whether this wildcard stands for the other, exact name. As in a certificate, its asterisk is
   * one label (RFC 6125, section 6.4.3).
   */
  public boolean covers(HostName exact) {
    int dot = exact.value.indexOf('.');
    return isWildcard() && !exact.isWildcard() && exact.value.substring(dot).equals(domain());
  }

  private String domain() {
    return value.substring(value.indexOf('.'));
  }

  /** For the eye: an internationalised name in both forms, any other as it is. */
  public String shown() {
    if (!value.contains("xn--")) {
      return value;
    }
    String unicode = IDN.toUnicode(value);
    return unicode.equals(value) ? value : value + " (" + unicode + ")";
  }

  /** Whether this name is the zone's apex or below it. */
  public boolean isWithin(String zone) {
    String suffix = normalise(zone);
    return value.equals(suffix) || value.endsWith("." + suffix);
  }

  /** The record set's name inside the zone: {@code @} at the apex, else the labels before it. */
  public String relativeTo(String zone) {
    if (!isWithin(zone)) {
      throw new IllegalArgumentException(value + " is not within zone " + zone);
    }
    int labels = value.length() - normalise(zone).length();
    return labels == 0 ? "@" : value.substring(0, labels - 1);
  }

  private static String normalise(String text) {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    boolean ascii = bare.chars().allMatch(c -> c < 0x80);
    return ascii ? bare.toLowerCase(Locale.ROOT) : InternationalName.toAscii(bare);
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
