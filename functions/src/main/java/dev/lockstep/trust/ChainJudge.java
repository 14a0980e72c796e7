package dev.lockstep.trust;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdict over one chain.
 *
 * <pre>
 * leaf itself | ways to a root                                     | verdict
 * ------------+----------------------------------------------------+-----------------
 * faulty      | any                                                | Refused
 * good        | one that holds and leads to a public root          | PubliclyTrusted
 * good        | more than the bounds allow, none found to be public| Incomplete: no guess
 * good        | some that hold, none to a public root              | PrivatelyRooted
 * good        | hold only with an intermediate that is not sent    | Incomplete, roots known
 * good        | none holds; one stops at an unknown issuer         | Incomplete
 * good        | all end at roots, each with a fault                | Refused
 * </pre>
 *
 * A way that holds has no faulty certificate, and every intermediate on it is sent by the server;
 * where it is not known what is sent, any may be.
 */
public final class ChainJudge {
  private final TrustSources sources;
  private final Instant at;

  /** Judges with these certificates at that instant. */
  public ChainJudge(TrustSources sources, Instant at) {
    this.sources = sources;
    this.at = at;
  }

  /** The verdict for a chain, whatever host it is for. */
  public ChainVerdict judge(ServedChain chain) {
    return judge(chain, Optional.empty());
  }

  /** The verdict for a chain as a client of the host sees it. */
  public ChainVerdict judge(ServedChain chain, String host) {
    return judge(chain, Optional.of(host));
  }

  private ChainVerdict judge(ServedChain chain, Optional<String> host) {
    PublicCertificate leaf = chain.leaf();
    PathSearch search = PathSearch.from(leaf, chain.sent().orElse(List.of()), sources);
    List<TrustProblem> faults = LeafRules.problems(leaf, host, at);
    List<CertificatePath> sound = new ArrayList<>();
    List<TrustProblem> unsound = new ArrayList<>();
    for (CertificatePath path : search.paths()) {
      List<TrustProblem> problems = AuthorityRules.problems(path, at);
      unsound.addAll(problems);
      if (problems.isEmpty()) {
        sound.add(path);
      }
    }
    List<TrustProblem> open = openEnds(search);
    if (!faults.isEmpty()) {
      return refused(leaf, search, distinct(faults, distinct(unsound, open)), faults);
    }
    List<CertificatePath> whole = sound.stream().filter(path -> isSent(path, chain)).toList();
    Optional<CertificatePath> known =
        whole.stream().filter(path -> sources.publicRoots().contains(path.root())).findFirst();
    if (known.isPresent()) {
      return publiclyTrusted(known.get(), whole, open);
    }
    if (search.wasCut()) {
      return new ChainVerdict.Incomplete(leaf, List.of(), distinct(open, unsound));
    }
    if (!whole.isEmpty()) {
      return new ChainVerdict.PrivatelyRooted(whole, roots(whole), distinct(open));
    }
    if (!sound.isEmpty()) {
      return new ChainVerdict.Incomplete(
          leaf, roots(sound), distinct(notSent(sound.get(0), chain)));
    }
    return open.isEmpty()
        ? refused(leaf, search, distinct(unsound), unsound)
        : new ChainVerdict.Incomplete(leaf, List.of(), distinct(open, unsound));
  }

  private static ChainVerdict publiclyTrusted(
      CertificatePath known, List<CertificatePath> paths, List<TrustProblem> open) {
    return new ChainVerdict.PubliclyTrusted(
        known,
        paths.stream().filter(other -> !other.equals(known)).toList(),
        roots(paths),
        distinct(open));
  }

  private ChainVerdict refused(
      PublicCertificate leaf,
      PathSearch search,
      List<TrustProblem> problems,
      List<TrustProblem> decisive) {
    boolean passing =
        decisive.stream()
            .allMatch(problem -> problem.code() == TrustCode.CERTIFICATE_NOT_YET_VALID);
    List<PublicCertificate> roots =
        roots(search.paths()).stream().filter(root -> AuthorityRules.canAnchor(root, at)).toList();
    return new ChainVerdict.Refused(leaf, passing, roots, problems);
  }

  private static List<TrustProblem> openEnds(PathSearch search) {
    List<TrustProblem> open = new ArrayList<>();
    search.openEnds().forEach(end -> open.add(end.problem()));
    if (open.isEmpty() && search.paths().isEmpty() && !search.wasCut()) {
      open.add(
          new TrustProblem(
              TrustCode.ISSUER_UNKNOWN,
              "the authorities that are known vouch for each other in a circle, and no root is among"
                  + " them",
              "add the self-signed root to the trust bundle"));
    }
    if (search.wasCut()) {
      open.add(
          new TrustProblem(
              TrustCode.CHAIN_TOO_COMPLEX,
              "more than %d ways, %d certificates on one, or %d signatures would have to be followed"
                  .formatted(PathSearch.MOST_PATHS, PathSearch.LONGEST_PATH, Signatures.MOST),
              "send and keep only the certificates that the chain needs"));
    }
    return open;
  }

  private static boolean isSent(CertificatePath path, ServedChain chain) {
    return chain.sent().map(sent -> sent.containsAll(path.intermediates())).orElse(true);
  }

  private static List<TrustProblem> notSent(CertificatePath path, ServedChain chain) {
    return path.intermediates().stream()
        .filter(intermediate -> !chain.sent().orElse(List.of()).contains(intermediate))
        .map(
            intermediate ->
                new TrustProblem(
                    TrustCode.ISSUER_NOT_SENT,
                    "the server does not send the intermediate %s"
                        .formatted(intermediate.subject()),
                    "import the PFX with its whole chain into the vault again"))
        .toList();
  }

  private static List<PublicCertificate> roots(Collection<CertificatePath> paths) {
    return PathSearch.roots(paths).stream().sorted(naturalOrder()).toList();
  }

  private static List<TrustProblem> distinct(List<TrustProblem> problems) {
    return problems.stream().distinct().toList();
  }

  private static List<TrustProblem> distinct(List<TrustProblem> first, List<TrustProblem> then) {
    return Stream.concat(first.stream(), then.stream()).distinct().toList();
  }
}
