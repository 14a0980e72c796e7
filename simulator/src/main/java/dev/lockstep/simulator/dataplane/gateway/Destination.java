package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.probe.Pair;
import java.util.List;
import java.util.Locale;

/** What a rule does with a request. */
sealed interface Destination {
  /** To a pool by a setting. */
  record ToBackend(Pair pair) implements Destination {}

  /** The client shall go elsewhere. */
  record Elsewhere(Redirection redirection) implements Destination {}

  /**
   * By path: the first path rule in list order that matches.
   *
   * @param rules in the order of the document
   * @param otherwise what no rule matches
   */
  record ByPath(List<PathRule> rules, Destination otherwise) implements Destination {}

  /** A rule without a destination. */
  record Nowhere() implements Destination {}

  /**
   * A destination with the part of the path that brought it about.
   *
   * @param matched matched part before the asterisk; empty text when no path rule decided
   */
  record Chosen(Destination destination, String matched) {}

  /** One path rule. */
  record PathRule(List<String> patterns, Destination destination) {
    /** The pattern that matches a path, without its asterisk and whatever the case. */
    private java.util.Optional<String> match(String path) {
      String lower = path.toLowerCase(Locale.ROOT);
      return patterns.stream()
          .filter(
              pattern ->
                  pattern.endsWith("*")
                      ? lower.startsWith(bare(pattern))
                      : lower.equals(bare(pattern)))
          .findFirst()
          .map(pattern -> path.substring(0, bare(pattern).length()));
    }

    private static String bare(String pattern) {
      String lower = pattern.toLowerCase(Locale.ROOT);
      return lower.endsWith("*") ? lower.substring(0, lower.length() - 1) : lower;
    }
  }

  /** The destination for a path, path maps resolved. */
  default Chosen forPath(String path) {
    if (!(this instanceof ByPath map)) {
      return new Chosen(this, "");
    }
    return map.rules().stream()
        .flatMap(
            rule -> rule.match(path).map(part -> new Chosen(rule.destination(), part)).stream())
        .findFirst()
        .orElseGet(() -> new Chosen(map.otherwise(), ""));
  }
}
