package dev.lockstep.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Whom a certificate is for.
 *
 * @param listed whether there is a subject alternative name at all; then the common name does not
 *     count
 * @param dns its DNS names, as they are written
 * @param addresses its IP addresses, as text
 * @param commonName the most specific CN of the subject
 */
public record SubjectNames(
    boolean listed, List<String> dns, List<String> addresses, Optional<String> commonName) {
  // Tags of GeneralName (RFC 5280, section 4.2.1.6), as the JDK gives them.
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  public SubjectNames {
    dns = List.copyOf(dns);
    addresses = List.copyOf(addresses);
  }

  static SubjectNames of(X509Certificate certificate) throws CertificateParsingException {
    Optional<Collection<List<?>>> names =
        Optional.ofNullable(certificate.getSubjectAlternativeNames());
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (List<?> name : names.orElse(List.of())) {
      if (name.get(0).equals(DNS)) {
        dns.add((String) name.get(1));
      } else if (name.get(0).equals(ADDRESS)) {
        addresses.add((String) name.get(1));
      }
    }
    return new SubjectNames(names.isPresent(), dns, addresses, commonName(certificate));
  }

  /** All of them in one line, for a message. */
  String shown() {
    List<String> all = new ArrayList<>(dns);
    all.addAll(addresses);
    if (!listed) {
      commonName.ifPresent(all::add);
    }
    return all.isEmpty() ? "no name" : Shown.of(String.join(", ", all));
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
      // The list begins at the right end of the name, so the last CN is the most specific one.
      return parts.stream()
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .reduce((first, second) -> second);
    } catch (InvalidNameException odd) {
      return Optional.empty();
    }
  }
}
