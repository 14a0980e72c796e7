package dev.lockstep.simulator.dataplane.net;

import java.net.InetSocketAddress;

/** What becomes of a connection to a simulated address. */
public sealed interface Reach {
  /**
   * Somebody listens.
   *
   * @param loopback the socket that stands for the simulated one
   */
  record Open(InetSocketAddress loopback) implements Reach {}

  /** The machine answers, but nobody listens at the port. */
  record Refused() implements Reach {}

  /**
   * Packets vanish.
   *
   * @param why the rule that drops them, or that nobody has the address
   */
  record Lost(String why) implements Reach {}
}
