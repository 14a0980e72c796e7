package dev.lockstep.signal;

/** Makes text from outside fit for a log line, a journal entry and a queue message. */
final class PlainText {
  private static final String ELLIPSIS = "…";

  private PlainText() {}

  /** The text on one line, without control characters, at most so many characters long. */
  static String of(String text, int max) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (line.length() <= max) {
      return line;
    }
    int end = max - ELLIPSIS.length();
    // A cut between the two halves of a surrogate pair would leave text that is not Unicode.
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + ELLIPSIS;
  }
}
