package dev.lockstep.limits;

/**
 * One limit of the service.
 *
 * @param what what is counted: a collection such as {@code httpListeners}, or a collection inside
 *     an element, such as {@code urlPathMaps.pathRules}
 * @param max the largest allowed number
 * @param maxOldRules the largest number where the firewall runs CRS 3.1 or older; equal to {@code
 *     max} where the footnote does not apply
 * @param source the page and row that the numbers are from
 */
public record Limit(String what, int max, int maxOldRules, String source) {
  static final String PAGE = "Microsoft Learn, Application Gateway limits (06/2024)";

  /** Footnote 1 of the page, for firewalls that run CRS 3.1 or older. */
  static final int OLD_RULES = 40;

  static Limit of(String what, int max, String row) {
    return new Limit(what, max, max, PAGE + ", row \"" + row + "\"");
  }

  /** This limit where footnote 1 applies to its row. */
  Limit withFootnote() {
    return new Limit(what, max, OLD_RULES, source + ", footnote 1");
  }
}
