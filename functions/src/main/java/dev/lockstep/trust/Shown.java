package dev.lockstep.trust;

/** Text out of a certificate as a message shows it: anyone can write anything into a name. */
final class Shown {
  private static final int LONGEST = 200;

  private Shown() {}

  static String of(String text) {
    String plain =
        text.codePoints()
            .map(c -> isHarmless(c) ? c : '?')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  // FORMAT holds the marks that turn the direction of writing.
  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
