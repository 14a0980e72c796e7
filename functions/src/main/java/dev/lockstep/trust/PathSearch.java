package dev.lockstep.trust;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All ways from a leaf to self-signed certificates: by name, then key identifier, then verified
 * signature (RFC 4158 describes the search). It goes deep first, in an order that depends on the
 * certificates alone, and stops at bounds that no honest chain reaches.
 */
final class PathSearch {
  static final int LONGEST_PATH = 10;
  static final int MOST_PATHS = 32;
  // Authorities that all vouch for each other have as many ways as orders, without any end.
  static final int MOST_STEPS = 2000;

  private final List<Pool> pools;
  private final Signatures signatures = new Signatures();
  private final List<CertificatePath> paths = new ArrayList<>();
  private final List<OpenEnd> openEnds = new ArrayList<>();
  private int steps;
  private boolean cut;

  private PathSearch(List<Pool> pools) {
    this.pools = pools;
  }

  static PathSearch from(
      PublicCertificate leaf, Collection<PublicCertificate> sent, TrustSources sources) {
    PathSearch search =
        new PathSearch(List.of(Pool.of(sent), sources.known(), sources.publicRoots()));
    search.go(List.of(leaf));
    search.cut |= search.signatures.areExhausted();
    return search;
  }

  List<CertificatePath> paths() {
    return paths;
  }

  List<OpenEnd> openEnds() {
    return openEnds;
  }

  /** Whether there may be more than was found. */
  boolean wasCut() {
    return cut;
  }

  private void go(List<PublicCertificate> way) {
    PublicCertificate last = way.get(way.size() - 1);
    steps++;
    if (paths.size() + openEnds.size() >= MOST_PATHS || steps > MOST_STEPS) {
      cut = true;
    } else if (last.isSelfSigned()) {
      paths.add(new CertificatePath(way));
    } else if (way.size() >= LONGEST_PATH) {
      cut = true;
    } else {
      goOn(way, last);
    }
  }

  private void goOn(List<PublicCertificate> way, PublicCertificate last) {
    List<PublicCertificate> namesakes =
        pools.stream().flatMap(pool -> pool.named(last.issuerName()).stream()).distinct().toList();
    List<PublicCertificate> issuers =
        namesakes.stream()
            .filter(issuer -> last.keyIdentifiers().admit(issuer.keyIdentifiers()))
            .sorted(preferredFor(last))
            .filter(issuer -> signatures.verifies(issuer, last))
            .toList();
    List<PublicCertificate> ahead =
        issuers.stream().filter(issuer -> !stands(issuer, way)).toList();
    // A loop of cross-certificates is no open end: its other ways out are found from where it
    // began. Nor is a certificate whose issuers were not tried any more.
    if (signatures.areExhausted()) {
      cut = true;
    } else if (issuers.isEmpty()) {
      openEnds.add(new OpenEnd(way, namesakes.size()));
    }
    for (PublicCertificate issuer : ahead) {
      go(Stream.concat(way.stream(), Stream.of(issuer)).toList());
    }
  }

  // RFC 4158, section 5.2: a way must not pass the same name with the same key twice.
  private static boolean stands(PublicCertificate issuer, List<PublicCertificate> way) {
    return way.stream()
        .anyMatch(
            passed ->
                passed.subjectName().equals(issuer.subjectName())
                    && passed.x509().getPublicKey().equals(issuer.x509().getPublicKey()));
  }

  private static Comparator<PublicCertificate> preferredFor(PublicCertificate child) {
    return comparing(
            (PublicCertificate issuer) -> !child.keyIdentifiers().agree(issuer.keyIdentifiers()))
        .thenComparing(issuer -> !issuer.isSelfSigned())
        .thenComparing(issuer -> issuer.validity().to(), Comparator.reverseOrder())
        .thenComparing(Comparator.naturalOrder());
  }

  /** The roots that the ways lead to, each once. */
  static Set<PublicCertificate> roots(Collection<CertificatePath> paths) {
    Set<PublicCertificate> roots = new LinkedHashSet<>();
    paths.forEach(path -> roots.add(path.root()));
    return roots;
  }
}
