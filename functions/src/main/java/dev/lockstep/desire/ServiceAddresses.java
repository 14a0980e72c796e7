package dev.lockstep.desire;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.EndpointType;
import java.util.List;

/**
 * The private addresses at which a service answers. Backend pools and DNS records ask here both, so
 * that a name never leads where the gateway would not go.
 */
public final class ServiceAddresses {
  private ServiceAddresses() {}

  /**
   * The addresses that a binding uses for one endpoint type.
   *
   * @param service the service as it was read
   * @param binding whose choice of regions counts
   * @param type the endpoint type; only the gateway runs in more than one region
   * @return IPv4 addresses; empty while the service has none
   */
  public static List<String> of(ApimService service, Binding binding, EndpointType type) {
    return service.privateAddresses();
  }
}
