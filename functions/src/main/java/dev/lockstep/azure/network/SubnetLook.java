package dev.lockstep.azure.network;

import java.util.List;
import java.util.Optional;

/**
 * A subnet.
 *
 * @param prefixes its address ranges, CIDR
 * @param securityGroup id of its network security group
 * @param routeTable id of its route table
 */
public record SubnetLook(
    List<String> prefixes, Optional<String> securityGroup, Optional<String> routeTable) {
  public SubnetLook {
    prefixes = List.copyOf(prefixes);
  }
}
