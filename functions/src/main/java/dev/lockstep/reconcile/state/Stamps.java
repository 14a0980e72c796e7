package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@link Instant#toString} writes them: a state holds dozens, and is read at every
 * message. What is written otherwise goes the long way.
 */
final class Stamps {
  private static final String SHAPE = "####-##-##T##:##:##";
  private static final int MOST_DIGITS = 9;

  private Stamps() {}

  /**
   * The instant.
   *
   * @throws java.time.DateTimeException when the text is none
   */
  static Instant parse(String text) {
    int end = text.length() - 1;
    int digits = end - SHAPE.length() - 1;
    boolean usual = end >= SHAPE.length() && isShaped(text) && text.charAt(end) == 'Z';
    if (usual && digits == -1) {
      return at(text, 0);
    }
    if (usual && digits >= 1 && digits <= MOST_DIGITS && text.charAt(SHAPE.length()) == '.') {
      int nanos = number(text, SHAPE.length() + 1, end);
      for (int i = digits; i < MOST_DIGITS; i++) {
        nanos *= 10;
      }
      if (nanos >= 0) {
        return at(text, nanos);
      }
    }
    return Instant.parse(text);
  }

  private static Instant at(String text, int nanos) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
  }

  private static boolean isShaped(String text) {
    for (int i = 0; i < SHAPE.length(); i++) {
      char is = text.charAt(i);
      char wanted = SHAPE.charAt(i);
      if (wanted == '#' ? !isDigit(is) : is != wanted) {
        return false;
      }
    }
    return true;
  }

  /** The number in these places; negative when there is anything but digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
