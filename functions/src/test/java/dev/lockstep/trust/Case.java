package dev.lockstep.trust;

import dev.lockstep.model.HostName;
import dev.lockstep.model.SecretId;
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
    Optional<String> keyType,
    String expected) {
  static final String HOST = "api.contoso.com";

  static Case of(String name, Made leaf, Made... sent) {
    return new Case(
        name,
        HOST,
        new ServedChain(leaf.certificate(), Optional.of(certificates(sent))),
        List.of(),
        List.of(),
        Optional.empty(),
        "");
  }

  /** Only the leaf is known, as from a vault whose secrets may not be read. */
  static Case ofLeaf(String name, Made leaf) {
    return new Case(
        name,
        HOST,
        ServedChain.ofLeaf(leaf.certificate()),
        List.of(),
        List.of(),
        Optional.empty(),
        "");
  }

  Case forHost(String value) {
    return new Case(name, value, chain, known, publicRoots, keyType, expected);
  }

  Case knowing(Made... made) {
    return knowing(certificates(made));
  }

  /** The trust bundle as a text of PEM blocks. */
  Case knowingText(String pem) {
    return knowing(CertificateBundle.ofText(pem).certificates());
  }

  private Case knowing(List<PublicCertificate> all) {
    return new Case(name, host, chain, all, publicRoots, keyType, expected);
  }

  /** The vault tells the type of its key too; those in hardware end with HSM. */
  Case keyed(String type) {
    return new Case(name, host, chain, known, publicRoots, Optional.of(type), expected);
  }

  Case knowingPublic(Made... made) {
    return new Case(name, host, chain, known, certificates(made), keyType, expected);
  }

  Case gives(String words) {
    return new Case(name, host, chain, known, publicRoots, keyType, words);
  }

  TrustSources sources() {
    return new TrustSources(Pool.of(known), Pool.of(publicRoots));
  }

  ChainVerdict verdict() {
    return new ChainJudge(sources(), Draft.NOW).judge(chain, host);
  }

  /** The verdict, and what keeps the certificate from a listener where a vault told of its key. */
  String words() {
    String listener =
        keyType.stream()
            .flatMap(type -> ListenerCheck.problems(listener(type), Draft.NOW).stream())
            .map(problem -> problem.code().wireName())
            .sorted()
            .collect(Collectors.joining(", "));
    return words(verdict()) + (listener.isEmpty() ? "" : ", no listener (" + listener + ")");
  }

  private ListenerCertificate listener(String type) {
    return new ListenerCertificate(
        new HostName(host),
        SecretId.tryParse("https://kv-edge.vault.azure.net/secrets/api").orElseThrow(),
        Optional.of(chain.leaf()),
        Optional.of("application/x-pkcs12"),
        Optional.of(!type.endsWith("-HSM")),
        Optional.of(type),
        Optional.of(true));
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
