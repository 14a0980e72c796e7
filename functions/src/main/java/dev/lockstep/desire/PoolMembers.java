package dev.lockstep.desire;

import dev.lockstep.model.HostName;
import java.util.List;

/** Whom the backend pool of a site names. Never nobody: a pool without members answers 502. */
public sealed interface PoolMembers {
  /**
   * The service by host name.
   *
   * @param host an exact name, which the gateway resolves with the DNS of its network
   */
  record ByName(HostName host) implements PoolMembers {
    public ByName {
      if (host.isWildcard()) {
        throw new IllegalArgumentException("nothing resolves " + host + "; name addresses");
      }
    }
  }

  /**
   * The service by its private addresses.
   *
   * @param addresses at least one IPv4 address; kept sorted, each once
   */
  record ByAddress(List<String> addresses) implements PoolMembers {
    public ByAddress {
      addresses = addresses.stream().distinct().sorted().toList();
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("a pool needs an address");
      }
    }
  }
}
