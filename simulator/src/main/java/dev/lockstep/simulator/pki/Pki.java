package dev.lockstep.simulator.pki;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authorities of a simulated world: a public one that every gateway knows without being told,
 * and private ones by name. Each has a root and one intermediate that issues. Authorities are made
 * when they are first asked for; the same seed and start give the same ones.
 */
public final class Pki {
  private static final String PUBLIC = "Simulated Public";
  private static final Duration LIFE = Duration.ofDays(3650);

  private final long seed;
  private final Validity validity;
  private final Map<String, CertificateAuthority> issuing = new ConcurrentHashMap<>();

  /** Authorities that begin at a time. */
  public Pki(long seed, Instant start) {
    this.seed = seed;
    this.validity = Validity.around(start, LIFE);
  }

  /** The intermediate below the public root. */
  public CertificateAuthority publicAuthority() {
    return privateAuthority(PUBLIC);
  }

  /** The roots that every client of the simulated world knows. */
  public List<X509Certificate> publicRoots() {
    return List.of(publicAuthority().rootCertificate());
  }

  /** The intermediate below a private root; a name that is not known gets a new root. */
  public CertificateAuthority privateAuthority(String name) {
    return issuing.computeIfAbsent(
        name,
        key ->
            CertificateAuthority.root(key + " Root CA", validity, KeyKind.EC, seed)
                .intermediate(key + " Issuing CA", validity));
  }

  /** The authority below a root, when this world made it. */
  public Optional<CertificateAuthority> below(X509Certificate root) {
    return issuing.values().stream()
        .filter(authority -> authority.rootCertificate().equals(root))
        .findFirst();
  }
}
