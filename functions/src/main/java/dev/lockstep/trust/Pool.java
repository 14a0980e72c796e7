package dev.lockstep.trust;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** Certificates by the name of their subject, each once. In which order they came is forgotten. */
public final class Pool {
  /** None at all. */
  public static final Pool EMPTY = of(List.of());

  private final Map<X500Principal, List<PublicCertificate>> bySubject = new HashMap<>();
  private final List<PublicCertificate> all;

  private Pool(Collection<PublicCertificate> certificates) {
    all = certificates.stream().distinct().sorted(naturalOrder()).toList();
    for (PublicCertificate certificate : all) {
      bySubject
          .computeIfAbsent(certificate.subjectName(), name -> new ArrayList<>())
          .add(certificate);
    }
  }

  /** A pool of these. */
  public static Pool of(Collection<PublicCertificate> certificates) {
    return new Pool(certificates);
  }

  /** Whether it holds the certificate. */
  public boolean contains(PublicCertificate certificate) {
    return named(certificate.subjectName()).contains(certificate);
  }

  /** All of them, ordered by SHA-256. */
  public List<PublicCertificate> all() {
    return all;
  }

  List<PublicCertificate> named(X500Principal subject) {
    return List.copyOf(bySubject.getOrDefault(subject, List.of()));
  }
}
