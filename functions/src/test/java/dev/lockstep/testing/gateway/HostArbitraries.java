package dev.lockstep.testing.gateway;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Host names from a pool so small that listeners meet. */
public final class HostArbitraries {
  private static final List<String> DOMAINS =
      List.of("contoso.com", "fabrikam.com", "tailwind.example");
  private static final List<String> LABELS =
      List.of("api", "shop", "www", "portal", "w12", "a.b", "api-v2", "xn--bcher-kva");

  /** Patterns that Azure allows: at most two asterisks and four wildcard characters. */
  private static final List<String> WILDCARDS =
      List.of(
          "*.contoso.com",
          "*.fabrikam.com",
          "*.tailwind.example",
          "*.b.contoso.com",
          "api*.contoso.com",
          "*-v2.contoso.com",
          "*.contoso.*",
          "w??.contoso.com",
          "????.fabrikam.com",
          "s*p.*.com",
          "*.com",
          "*");

  private HostArbitraries() {}

  /** A host name without wildcard. */
  public static Arbitrary<String> exact() {
    Arbitrary<String> below =
        Combinators.combine(Arbitraries.of(LABELS), Arbitraries.of(DOMAINS))
            .as((label, domain) -> label + "." + domain);
    return Arbitraries.frequencyOf(Tuple.of(8, below), Tuple.of(1, Arbitraries.of(DOMAINS)));
  }

  /** A pattern with wildcards, as a listener may have it. */
  public static Arbitrary<String> wildcard() {
    return Arbitraries.of(WILDCARDS);
  }

  /** A wildcard of the form that an API Management endpoint may have. */
  public static Arbitrary<String> leadingWildcard() {
    return Arbitraries.of(DOMAINS).map(domain -> "*." + domain);
  }

  static Arbitrary<List<String>> listenerHosts() {
    Arbitrary<String> any =
        Arbitraries.frequencyOf(
            Tuple.of(5, exact()),
            Tuple.of(1, exact().map(host -> host.toUpperCase(Locale.ROOT))),
            Tuple.of(2, wildcard()));
    Arbitrary<List<String>> several =
        any.set().ofMinSize(2).ofMaxSize(5).map(hosts -> hosts.stream().sorted().toList());
    return Arbitraries.frequencyOf(
        Tuple.of(8, any.map(List::of)),
        Tuple.of(2, several),
        Tuple.of(1, Arbitraries.just(List.of())));
  }
}
