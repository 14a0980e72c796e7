package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.Comparator;

/**
 * Where traffic arrives: one frontend IP configuration and one port. Listeners compete only within
 * an entrance.
 *
 * @param frontend the frontend IP configuration
 * @param port the port number, 1 to 65535
 */
public record Entrance(ElementKey frontend, int port) implements Comparable<Entrance> {
  static final String FRONTENDS = "frontendIPConfigurations";

  private static final Comparator<Entrance> ORDER =
      Comparator.comparing(Entrance::frontend).thenComparing(Entrance::port);

  /** The entrance of a frontend IP configuration's name. */
  public static Entrance of(String frontend, int port) {
    return new Entrance(new ElementKey(FRONTENDS, frontend), port);
  }

  @Override
  public int compareTo(Entrance other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return frontend.name() + ":" + port;
  }
}
