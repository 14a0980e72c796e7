package dev.lockstep.model;

/**
 * How many of a binding's host names may leave in one plan. A plan over the cap is blocked until a
 * person confirms it by its hash.
 *
 * @param hosts the largest number of host names
 * @param percent the largest share of the published host names, 0 to 100; a single host name may
 *     always leave
 */
public record DeleteCap(int hosts, int percent) {
  /** Whether that many host names of all published ones may leave. */
  public boolean allows(int leaving, int published) {
    return leaving <= 1 || (leaving <= hosts && leaving * 100L <= (long) percent * published);
  }
}
