package dev.lockstep.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Suggestion {
  private static final int CLOSE_ENOUGH = 3;

  private Suggestion() {}

  /** The known name nearest to the one given; empty when none is near. */
  static Optional<String> of(String given, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String name) -> distance(given, name)).thenComparing(n -> n))
        .filter(name -> distance(given, name) <= CLOSE_ENOUGH);
  }

  /** A remedy that names the nearest, or else all known names. */
  static String remedy(String given, Collection<String> known) {
    return of(given, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElse("known are " + String.join(", ", known));
  }

  // Levenshtein distance, without regard to case.
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
