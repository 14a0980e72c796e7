package dev.lockstep.route;

/**
 * How a rule that stands at an entrance must lie to a new one. Where the gateway's reading of a
 * wildcard is uncertain, the relation that is safe under both readings is taken.
 *
 * <pre>
 * the other listener has        new host exact   new host a wildcard
 * no host name (basic)          follows          follows
 * the same host                 same             same
 * an exact host                 free             precedes if inside the new wildcard, else free
 * a wildcard that covers it     follows          follows
 * a wildcard that only meets it                  precedes: its traffic stays
 * anything else                 free             free
 * </pre>
 */
enum Relation {
  /** The order between the two does not matter. */
  FREE,
  /** The other must stay before the new rule. */
  PRECEDES,
  /** The other must come after the new rule. */
  FOLLOWS,
  /** Both name the same host, which the service refuses. */
  SAME;

  static Relation of(HostPattern other, HostPattern added) {
    if (other.equals(added)) {
      return SAME;
    }
    if (!added.isWildcard()) {
      return other.isWildcard() && other.mayMatch(added.text()) ? FOLLOWS : FREE;
    }
    if (!other.isWildcard()) {
      return added.mayMatch(other.text()) ? PRECEDES : FREE;
    }
    if (other.covers(added)) {
      return FOLLOWS;
    }
    return other.meets(added) ? PRECEDES : FREE;
  }
}
