package dev.lockstep.cli.certs;

import dev.lockstep.cli.certs.Given.Part;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The authorities above the server certificates, old and new.
 *
 * @param issuer who issues them, with the chain above
 * @param root the root that is listed and trusted
 * @param rootKey the same with its key, where that is known
 * @param cross the certificate with which an older root vouches for it
 * @param known whether the root may stand on the gateway already
 */
record Issuers(
    Holder issuer,
    X509Certificate root,
    Optional<Holder> rootKey,
    Optional<X509Certificate> cross,
    boolean known) {

  static Issuers of(CertsPlan plan, Issuing issuing, Authorities authorities) throws CertsProblem {
    Optional<Holder> below = authorities.read(plan.reuseIntermediate(), Part.INTERMEDIATE);
    if (below.isPresent()) {
      List<X509Certificate> chain = below.get().chain();
      X509Certificate root = chain.get(chain.size() - 1);
      return new Issuers(below.get(), root, Optional.empty(), Optional.empty(), true);
    }
    Optional<Holder> older = authorities.read(plan.crossSign(), Part.ROOT);
    Optional<Holder> reused = authorities.read(plan.reuseRoot(), Part.ROOT);
    Holder root = reused.orElseGet(() -> issuing.root(plan.rootName()));
    // With a cross-certificate the chain goes on to the old root, which clients know already.
    Optional<Holder> crossed = older.map(old -> issuing.crossSigned(root, old));
    Holder top = crossed.orElse(root);
    return new Issuers(
        plan.intermediate() ? issuing.intermediate(top) : top,
        root.certificate(),
        Optional.of(root),
        crossed.map(Holder::certificate),
        reused.isPresent());
  }

  /** Whether somebody stands between root and servers. */
  boolean hasIntermediate() {
    X509Certificate own = issuer.certificate();
    return !own.equals(root) && !cross.filter(own::equals).isPresent();
  }

  /** All authorities, each once, the root first. */
  List<X509Certificate> bundle() {
    List<X509Certificate> all = new ArrayList<>(List.of(root));
    all.addAll(issuer.chain());
    return all.stream().distinct().toList();
  }
}
