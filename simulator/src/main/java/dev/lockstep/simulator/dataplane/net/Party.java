package dev.lockstep.simulator.dataplane.net;

import java.util.Optional;

/**
 * One end of a connection, as security rules see it.
 *
 * @param address IPv4 address, where one is known
 * @param tag service tag that it belongs to
 */
record Party(Optional<String> address, String tag) {
  static final String NETWORK = "VirtualNetwork";
  static final String INTERNET = "Internet";

  static final Party ANYBODY_OUTSIDE = new Party(Optional.empty(), INTERNET);
  static final Party ANYBODY_INSIDE = new Party(Optional.empty(), NETWORK);
  static final Party GATEWAY_MANAGER = new Party(Optional.empty(), "GatewayManager");

  /** Whether an address prefix of a rule means this party. */
  boolean isMeantBy(String prefix) {
    if (prefix.equals("*") || prefix.equalsIgnoreCase("Any") || prefix.equals("0.0.0.0/0")) {
      return true;
    }
    return Cidr.parse(prefix)
        .map(range -> address.filter(range::contains).isPresent())
        .orElseGet(() -> prefix.equalsIgnoreCase(tag));
  }
}
