package dev.lockstep.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as numbers, so that all ways to write it are equal. Nothing is resolved.
 *
 * @param parts four octets (IPv4) or eight groups of 16 bits (IPv6)
 */
record IpLiteral(List<Integer> parts) {
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int GROUPS = 8;

  IpLiteral {
    parts = List.copyOf(parts);
  }

  /** The address, or empty for any other text. */
  static Optional<IpLiteral> tryParse(String text) {
    return text.indexOf(':') < 0 ? four(text) : six(text);
  }

  private static Optional<IpLiteral> four(String text) {
    String[] octets = text.split("\\.", -1);
    List<Integer> parts = new ArrayList<>();
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      parts.add(Integer.parseInt(octet));
    }
    return parts.size() == 4 ? Optional.of(new IpLiteral(parts)) : Optional.empty();
  }

  // RFC 4291, section 2.2: "::" stands once, for one or more groups of zeros.
  private static Optional<IpLiteral> six(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(parts -> parts.size() == GROUPS).map(IpLiteral::new);
    }
    Optional<List<Integer>> before = groups(text.substring(0, gap));
    Optional<List<Integer>> after = groups(text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int zeros = GROUPS - before.get().size() - after.get().size();
    if (zeros < 1) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>(before.get());
    parts.addAll(Collections.nCopies(zeros, 0));
    parts.addAll(after.get());
    return Optional.of(new IpLiteral(parts));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> parts = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(parts);
    }
    for (String group : text.split(":", -1)) {
      if (!GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      parts.add(Integer.parseInt(group, 16));
    }
    return Optional.of(parts);
  }
}
