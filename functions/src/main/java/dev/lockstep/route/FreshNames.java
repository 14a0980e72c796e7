package dev.lockstep.route;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Host names that nobody names: always the same ones for the same documents.
 *
 * @param taken every exact host name of the documents
 * @param label a label that is part of none of them
 */
record FreshNames(Set<String> taken, String label) {
  /** A top-level domain that is reserved never to exist (RFC 2606, section 2). */
  private static final String NOWHERE = ".invalid";

  static FreshNames of(Router... routers) {
    Set<String> taken = new HashSet<>();
    Stream.of(routers)
        .flatMap(router -> router.byEntrance().values().stream())
        .flatMap(candidates -> candidates.inOrder().stream())
        .flatMap(candidate -> candidate.patterns().stream())
        .forEach(pattern -> taken.add(pattern.text()));
    int number = 0;
    while (contains(taken, label(number))) {
      number++;
    }
    return new FreshNames(taken, label(number));
  }

  private static boolean contains(Set<String> taken, String label) {
    return taken.stream().anyMatch(host -> host.contains(label));
  }

  private static String label(int number) {
    return "anyone" + number;
  }

  /** A host that only a basic listener, or a wildcard over everything, takes. */
  String host() {
    return label + NOWHERE;
  }

  /**
   * A host of a wildcard that no listener names exactly; empty when question marks leave no letter
   * free.
   */
  Optional<String> exampleOf(HostPattern wildcard) {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      String example = wildcard.example(label, letter);
      if (!taken.contains(example)) {
        return Optional.of(example);
      }
    }
    return Optional.empty();
  }
}
