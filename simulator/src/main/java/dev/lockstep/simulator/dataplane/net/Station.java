package dev.lockstep.simulator.dataplane.net;

import java.util.Optional;

/** Something that stands at simulated addresses. */
@FunctionalInterface
public interface Station {
  /**
   * What becomes of a connection.
   *
   * @param address IPv4 address
   * @param port TCP port
   * @param secure whether the client will speak TLS
   * @return empty when this station does not have the address
   */
  Optional<Reach> reach(String address, int port, boolean secure);
}
