package dev.lockstep.simulator.dataplane.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Whether a certificate is for a name: a subject alternative name list wins over the common name,
 * and an asterisk stands for one whole label on the left (RFC 6125).
 */
final class NameCheck {
  private static final int DNS_NAME = 2;

  private NameCheck() {}

  static boolean matches(X509Certificate certificate, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    List<String> alternatives = alternatives(certificate);
    List<String> names =
        alternatives.isEmpty() ? commonName(certificate).stream().toList() : alternatives;
    return names.stream()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .anyMatch(one -> covers(one, wanted));
  }

  private static boolean covers(String pattern, String name) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && name.substring(dot).equals(pattern.substring(1));
  }

  private static List<String> alternatives(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Optional.ofNullable(certificate.getSubjectAlternativeNames())
          .ifPresent(
              entries -> {
                for (List<?> entry : entries) {
                  if (entry.get(0).equals(DNS_NAME)) {
                    names.add((String) entry.get(1));
                  }
                }
              });
    } catch (CertificateParsingException malformed) {
      return List.of();
    }
    return names;
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst();
    } catch (InvalidNameException malformed) {
      return Optional.empty();
    }
  }
}
