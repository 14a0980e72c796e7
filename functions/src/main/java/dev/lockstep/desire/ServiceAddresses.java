package dev.lockstep.desire;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.Binding;
import dev.lockstep.model.EndpointType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The private addresses at which a service answers. Portal, management and Scm live in the primary
 * region alone (Microsoft Learn, api-management-howto-deploy-multi-region).
 *
 * <pre>
 * type  | regions | region of the service                     | counts
 * ------+---------+-------------------------------------------+-------
 * Proxy | none    | primary or further, gateway switched on   | yes
 * Proxy | some    | the same, and named                       | yes
 * Proxy | any     | gateway switched off, or not named        | no
 * other | any     | primary                                   | yes
 * other | any     | further                                   | no
 * </pre>
 */
public final class ServiceAddresses {
  private ServiceAddresses() {}

  /**
   * The addresses that a binding uses for one endpoint type.
   *
   * @param service the service as it was read
   * @param binding whose choice of regions counts
   * @param type the endpoint type
   * @return IPv4 addresses; those of regions that have none yet are missing
   */
  public static List<String> of(ApimService service, Binding binding, EndpointType type) {
    return regions(service, binding, type).stream()
        .flatMap(region -> region.privateAddresses().stream())
        .toList();
  }

  /** The regions whose addresses count. */
  public static List<Region> regions(ApimService service, Binding binding, EndpointType type) {
    if (type != EndpointType.PROXY) {
      return List.of(service.primary());
    }
    return all(service).stream()
        .filter(region -> !region.gatewayDisabled())
        .filter(
            region ->
                binding.regions().isEmpty() || binding.regions().stream().anyMatch(region::isNamed))
        .toList();
  }

  /** Every region of the service, the primary one first. */
  public static List<Region> all(ApimService service) {
    return Stream.concat(Stream.of(service.primary()), service.regions().stream()).toList();
  }
}
