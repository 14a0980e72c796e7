package dev.lockstep.model;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * From the letters of an internationalised name to its A-labels (RFC 5891). The JDK knows the older
 * mapping of RFC 3490 only, in which {@code ß} becomes {@code ss}: another name, with another
 * owner. Labels with one of the four characters that the two treat differently (Unicode Technical
 * Standard 46, "deviations") are therefore encoded here.
 */
final class InternationalName {
  // Sharp s, final sigma, zero width non-joiner and joiner.
  private static final String DEVIATIONS = "\u00df\u03c2\u200c\u200d";
  // Full stop, and what RFC 3490, section 3.1, counts as one.
  private static final String DOTS = "[.\u3002\uff0e\uff61]";

  private InternationalName() {}

  /**
   * The ASCII form, lower case.
   *
   * @throws IllegalArgumentException when a label has none
   */
  static String toAscii(String name) {
    return Arrays.stream(name.split(DOTS, -1))
        .map(InternationalName::label)
        .collect(Collectors.joining("."));
  }

  private static String label(String label) {
    // Letter by letter: a text's own lower case knows final sigmas, the standard does not.
    String lower =
        label
            .codePoints()
            .map(Character::toLowerCase)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    if (lower.chars().allMatch(c -> c < 0x80)) {
      return lower;
    }
    if (lower.chars().noneMatch(c -> DEVIATIONS.indexOf(c) >= 0)) {
      return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
    }
    return "xn--" + Punycode.encode(Normalizer.normalize(lower, Normalizer.Form.NFKC));
  }
}
