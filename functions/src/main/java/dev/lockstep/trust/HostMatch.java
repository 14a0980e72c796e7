package dev.lockstep.trust;

import dev.lockstep.model.HostName;
import java.util.Locale;
import java.util.Optional;

/** Whether a certificate is for a host (RFC 9525; RFC 6125 for the common name). */
public enum HostMatch {
  /** A subject alternative name is for the host. */
  COVERED,
  /** There is no subject alternative name, and the CN is for the host. */
  BY_COMMON_NAME,
  /** Nothing is for the host. */
  NOT_COVERED;

  /**
   * Compares the names of a certificate with a host.
   *
   * @param host a host name (Unicode or A-labels; {@code *.} in front asks for the wildcard itself)
   *     or the text of an IP address
   */
  public static HostMatch of(SubjectNames names, String host) {
    Optional<IpLiteral> address = IpLiteral.tryParse(host);
    if (address.isPresent()) {
      return names.addresses().stream().map(IpLiteral::tryParse).anyMatch(address::equals)
          ? COVERED
          : NOT_COVERED;
    }
    Optional<HostName> name = HostName.tryParse(host);
    if (name.isEmpty()) {
      return NOT_COVERED;
    }
    String wanted = name.get().value();
    if (names.listed()) {
      return names.dns().stream().anyMatch(dns -> matches(dns, wanted)) ? COVERED : NOT_COVERED;
    }
    return names.commonName().filter(cn -> matches(cn, wanted)).isPresent()
        ? BY_COMMON_NAME
        : NOT_COVERED;
  }

  // An asterisk is the whole left-most label and stands for exactly one label; below it there are
  // two labels at least, as OpenSSL and the JDK demand it. Names are compared in A-labels.
  private static boolean matches(String pattern, String host) {
    String presented = pattern.toLowerCase(Locale.ROOT);
    if (presented.equals(host)) {
      return true;
    }
    if (!presented.startsWith("*.") || host.startsWith("*.")) {
      return false;
    }
    String suffix = presented.substring(1);
    int dot = host.indexOf('.');
    return suffix.indexOf('.', 1) > 0
        && suffix.indexOf('*') < 0
        && dot > 0
        && host.substring(dot).equals(suffix);
  }
}
