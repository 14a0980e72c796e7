package dev.lockstep.route;

import java.util.Optional;

/**
 * The search for a text that two globs both match, by walking both at once. A pair of positions
 * that led nowhere is not tried again, so that the time is the product of the two lengths.
 */
final class GlobMeeting {
  /** What the text has where both take any letter. */
  private static final char ANY_LETTER = 'x';

  private final String a;
  private final String b;
  private final boolean questionMarkTakesPeriod;
  private final boolean[][] dead;
  private final StringBuilder text = new StringBuilder();

  GlobMeeting(String a, String b, boolean questionMarkTakesPeriod) {
    this.a = a;
    this.b = b;
    this.questionMarkTakesPeriod = questionMarkTakesPeriod;
    this.dead = new boolean[a.length() + 1][b.length() + 1];
  }

  /** A text that both match; empty when there is none. */
  Optional<String> witness() {
    text.setLength(0);
    return search(0, 0) ? Optional.of(text.toString()) : Optional.empty();
  }

  private boolean search(int i, int j) {
    if (i == a.length() && j == b.length()) {
      return true;
    }
    if (dead[i][j]) {
      return false;
    }
    boolean starA = i < a.length() && a.charAt(i) == '*';
    boolean starB = j < b.length() && b.charAt(j) == '*';
    boolean found =
        (starA && search(i + 1, j)) || (starB && search(i, j + 1)) || step(i, starA, j, starB);
    dead[i][j] = !found;
    return found;
  }

  /** Both take one character; of two asterisks one has to end first, so that is no step. */
  private boolean step(int i, boolean starA, int j, boolean starB) {
    if (i == a.length() || j == b.length() || (starA && starB)) {
      return false;
    }
    char x = a.charAt(i);
    char y = b.charAt(j);
    if (!starA && !starB && !agree(x, y)) {
      return false;
    }
    int length = text.length();
    text.append(isFree(x) ? (isFree(y) ? ANY_LETTER : y) : x);
    if (search(starA ? i : i + 1, starB ? j : j + 1)) {
      return true;
    }
    text.setLength(length);
    return false;
  }

  private boolean agree(char x, char y) {
    boolean doubtful = (x == '?' && y == '.') || (x == '.' && y == '?');
    return doubtful ? questionMarkTakesPeriod : isFree(x) || isFree(y) || x == y;
  }

  private static boolean isFree(char symbol) {
    return symbol == '*' || symbol == '?' || symbol == Glob.ONE;
  }
}
