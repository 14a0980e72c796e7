package dev.lockstep.limits;

import java.util.Optional;

/**
 * A limit that a document exceeds.
 *
 * @param collection what is counted, as {@link Limit#what()} names it
 * @param element the element it is counted in; empty for a whole collection
 * @param count how many there are
 * @param max how many are allowed
 * @param source the page and row of the limit
 * @param certainty whether the service will refuse it
 */
public record LimitProblem(
    String collection,
    Optional<String> element,
    int count,
    int max,
    String source,
    Certainty certainty) {
  /** How sure the problem is. */
  public enum Certainty {
    /** The limit holds for this gateway. */
    CERTAIN,
    /**
     * The limit holds if the firewall runs CRS 3.1 or older, which the document does not tell. To
     * be warned of, not to be blocked.
     */
    DEPENDS_ON_FIREWALL_RULES
  }

  /** Whether the service will refuse the document. */
  public boolean isCertain() {
    return certainty == Certainty.CERTAIN;
  }

  /** Whether this is the other problem with no larger count. */
  boolean isNoWorseThan(LimitProblem other) {
    return collection.equals(other.collection)
        && element.equals(other.element)
        && count <= other.count;
  }

  /** The problem in words. */
  public String describe() {
    String where = element.map(name -> " of " + name).orElse("");
    String condition =
        certainty == Certainty.CERTAIN ? "" : " if its firewall policy runs CRS 3.1 or older";
    return "%d %s%s, and the gateway takes %d%s (%s)"
        .formatted(count, collection, where, max, condition, source);
  }
}
