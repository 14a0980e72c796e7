package dev.lockstep.simulator.chaos;

/**
 * How large a storm is.
 *
 * @param seed what all chance is drawn from
 * @param gateways how many, 1 to 100
 * @param bindings how many publications, at least one for each gateway
 * @param events how many deliveries besides those of the changes themselves
 */
public record StormScale(long seed, int gateways, int bindings, int events) {
  private static final int MOST = 100;

  public StormScale {
    require(gateways >= 1 && gateways <= MOST, "gateways must be 1 to " + MOST);
    require(bindings >= gateways, "each gateway needs a binding: bindings must be >= gateways");
    require(bindings <= 5 * MOST, "bindings must be at most " + 5 * MOST);
    require(events >= 1, "events must be 1 or more");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
