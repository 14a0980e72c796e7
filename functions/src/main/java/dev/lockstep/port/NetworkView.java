package dev.lockstep.port;

import java.util.List;
import java.util.Optional;

/**
 * The network around a gateway.
 *
 * @param frontends its frontends, in document order
 * @param subnets the subnets that it stands in
 * @param problems what could not be read, one sentence each
 */
public record NetworkView(List<Frontend> frontends, List<Subnet> subnets, List<String> problems) {
  public NetworkView {
    frontends = List.copyOf(frontends);
    subnets = List.copyOf(subnets);
    problems = List.copyOf(problems);
  }

  /**
   * A frontend IP configuration.
   *
   * @param name its name on the gateway
   * @param address its IPv4 address; empty while there is none, or when it could not be read
   * @param isPublic whether it stands on a public IP address
   * @param fqdn the name that Azure gives the public IP address
   */
  public record Frontend(
      String name, Optional<String> address, boolean isPublic, Optional<String> fqdn) {}

  /**
   * A subnet of the gateway.
   *
   * @param network name of the virtual network
   * @param name name of the subnet
   * @param prefix its address range, such as {@code 10.0.0.0/24}
   * @param securityGroup name of its network security group
   */
  public record Subnet(
      String network, String name, Optional<String> prefix, Optional<String> securityGroup) {}
}
