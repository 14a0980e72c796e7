package dev.lockstep.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of the table of chains: what is sent and known, and the verdict in words. */
record Case(
    String name,
    String host,
    ServedChain chain,
    List<PublicCertificate> known,
    List<PublicCertificate> publicRoots,
    String expected) {
  static final String HOST = "api.contoso.com";

  static Case of(String name, Made leaf, Made... sent) {
    return new Case(
        name,
        HOST,
        new ServedChain(leaf.certificate(), Optional.of(certificates(sent))),
        List.of(),
        List.of(),
        "");
  }

  /** Only the leaf is known, as from a vault whose secrets may not be read. */
  static Case ofLeaf(String name, Made leaf) {
    return new Case(name, HOST, ServedChain.ofLeaf(leaf.certificate()), List.of(), List.of(), "");
  }

  Case forHost(String value) {
    return new Case(name, value, chain, known, publicRoots, expected);
  }

  Case knowing(Made... made) {
    return new Case(name, host, chain, certificates(made), publicRoots, expected);
  }

  Case knowingPublic(Made... made) {
    return new Case(name, host, chain, known, certificates(made), expected);
  }

  Case gives(String words) {
    return new Case(name, host, chain, known, publicRoots, words);
  }

  TrustSources sources() {
    return new TrustSources(Pool.of(known), Pool.of(publicRoots));
  }

  ChainVerdict verdict() {
    return new ChainJudge(sources(), Draft.NOW).judge(chain, host);
  }

  /** Such as {@code private [Root A] (issuerUnknown)}. */
  static String words(ChainVerdict verdict) {
    String kind =
        verdict instanceof ChainVerdict.PubliclyTrusted
            ? "public"
            : verdict instanceof ChainVerdict.PrivatelyRooted
                ? "private"
                : verdict instanceof ChainVerdict.Incomplete ? "incomplete" : "refused";
    String roots =
        verdict.roots().stream()
            .map(root -> root.subject().replace("CN=", ""))
            .sorted()
            .collect(Collectors.joining(", ", " [", "]"));
    String codes =
        verdict.problems().stream()
            .map(problem -> problem.code().wireName())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return kind
        + (verdict.roots().isEmpty() ? "" : roots)
        + (codes.isEmpty() ? "" : " (" + codes + ")");
  }

  private static List<PublicCertificate> certificates(Made... made) {
    return Arrays.stream(made).map(Made::certificate).toList();
  }

  @Override
  public String toString() {
    return Stream.of(name, expected).collect(Collectors.joining(": "));
  }
}
