package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * A DNS host name in lower case and without the final dot; internationalised names in their ASCII
 * form (RFC 5891). The first label may be {@code *}.
 *
 * @param value at most 253 characters, labels of at most 63 (RFC 1035, section 2.3.4)
 */
public record HostName(String value) implements Comparable<HostName> {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  public HostName {
    requireNonNull(value, "value is null");
    value = normalise(value);
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a host name: '" + value + "'");
    }
  }

  private static boolean isValid(String name) {
    int dot = name.indexOf('.');
    if (name.length() > LONGEST || dot < 0 || !(name.startsWith("*.") || isLabel(name, 0, dot))) {
      return false;
    }
    int from = dot + 1;
    for (dot = name.indexOf('.', from); dot >= 0; dot = name.indexOf('.', from)) {
      if (!isLabel(name, from, dot)) {
        return false;
      }
      from = dot + 1;
    }
    return isLabel(name, from, name.length());
  }

  /** Letters, digits and underscores, with hyphens in between. */
  private static boolean isLabel(String name, int from, int to) {
    boolean framed =
        from < to
            && to - from <= LONGEST_LABEL
            && name.charAt(from) != '-'
            && name.charAt(to - 1) != '-';
    for (int i = from; framed && i < to; i++) {
      char c = name.charAt(i);
      framed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
    return framed;
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
    return isAscii(bare) ? bare.toLowerCase(Locale.ROOT) : InternationalName.toAscii(bare);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
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
