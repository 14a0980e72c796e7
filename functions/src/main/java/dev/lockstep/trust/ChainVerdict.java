package dev.lockstep.trust;

import java.util.List;

/** What becomes of a chain when a verifier with the right roots looks at it. */
public sealed interface ChainVerdict {
  /** The server certificate. */
  PublicCertificate leaf();

  /**
   * The roots that the chain leads to, each once and ordered by SHA-256. They are known even for
   * chains that are refused for another reason; a root that no verifier would take is left out.
   */
  List<PublicCertificate> roots();

  /** What is wrong or not known; does not keep a trusted chain from being trusted. */
  List<TrustProblem> problems();

  /**
   * It leads to a root that every gateway knows.
   *
   * @param path the way there; the first of several
   * @param others the other ways that hold, to public or private roots
   */
  record PubliclyTrusted(
      CertificatePath path,
      List<CertificatePath> others,
      List<PublicCertificate> roots,
      List<TrustProblem> problems)
      implements ChainVerdict {
    public PubliclyTrusted {
      others = List.copyOf(others);
      roots = List.copyOf(roots);
      problems = List.copyOf(problems);
    }

    @Override
    public PublicCertificate leaf() {
      return path.certificates().get(0);
    }
  }

  /**
   * It leads to private roots, which must be listed.
   *
   * @param paths all ways that hold; one at least
   */
  record PrivatelyRooted(
      List<CertificatePath> paths, List<PublicCertificate> roots, List<TrustProblem> problems)
      implements ChainVerdict {
    public PrivatelyRooted {
      paths = List.copyOf(paths);
      roots = List.copyOf(roots);
      problems = List.copyOf(problems);
    }

    @Override
    public PublicCertificate leaf() {
      return paths.get(0).certificates().get(0);
    }
  }

  /**
   * An issuer is missing, on the wire or altogether.
   *
   * @param roots known when only the server leaves an intermediate out
   * @param problems which issuer is missing and what to do; one at least
   */
  record Incomplete(
      PublicCertificate leaf, List<PublicCertificate> roots, List<TrustProblem> problems)
      implements ChainVerdict {
    public Incomplete {
      roots = List.copyOf(roots);
      problems = List.copyOf(problems);
    }
  }

  /**
   * No verifier takes it, whatever roots it has.
   *
   * @param passing whether it may come good by time alone, because it has not begun to count
   * @param problems why; one at least
   */
  record Refused(
      PublicCertificate leaf,
      boolean passing,
      List<PublicCertificate> roots,
      List<TrustProblem> problems)
      implements ChainVerdict {
    public Refused {
      roots = List.copyOf(roots);
      problems = List.copyOf(problems);
    }
  }
}
