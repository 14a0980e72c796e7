package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@link Instant#toString} writes them: a state holds dozens, and is read and written
 * at every message. What is written otherwise goes the long way.
 */
final class Stamps {
  private static final String SHAPE = "####-##-##T##:##:##";
  private static final int MOST_DIGITS = 9;
  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };
  private static final int SECONDS_OF_DAY = 86_400;

  /** The end of the year 9999; a later one has more digits. */
  private static final long LAST_USUAL = 253_402_300_799L;

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

  /** The text, as {@link Instant#toString} writes it. */
  static String text(Instant instant) {
    long second = instant.getEpochSecond();
    if (second < 0 || second > LAST_USUAL) {
      return instant.toString();
    }
    LocalDate day = LocalDate.ofEpochDay(second / SECONDS_OF_DAY);
    int ofDay = (int) (second % SECONDS_OF_DAY);
    StringBuilder text = new StringBuilder(SHAPE.length() + 1 + MOST_DIGITS + 1);
    append(text, day.getYear(), 4).append('-');
    append(text, day.getMonthValue(), 2).append('-');
    append(text, day.getDayOfMonth(), 2).append('T');
    append(text, ofDay / 3600, 2).append(':');
    append(text, ofDay / 60 % 60, 2).append(':');
    append(text, ofDay % 60, 2);
    int nanos = instant.getNano();
    if (nanos != 0) {
      boolean millis = nanos % 1_000_000 == 0;
      boolean micros = nanos % 1_000 == 0;
      int digits = millis ? 3 : micros ? 6 : MOST_DIGITS;
      append(text.append('.'), millis ? nanos / 1_000_000 : micros ? nanos / 1_000 : nanos, digits);
    }
    return text.append('Z').toString();
  }

  /** A number in so many places, the first ones filled with zeros. */
  private static StringBuilder append(StringBuilder text, int number, int places) {
    for (int unit = POWERS[places - 1]; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
    return text;
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
