package dev.lockstep.plan;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.EndpointType;
import java.util.List;
import java.util.Set;

/** A service with one thing changed. */
public record ServiceEdit(ApimService service) {
  public ServiceEdit network(String type) {
    return copy(type, service.regions(), service.location(), service.gatewayDisabled(), Set.of());
  }

  public ServiceEdit regions(String primary, Region... others) {
    return copy(
        service.virtualNetworkType(),
        List.of(others),
        primary,
        service.gatewayDisabled(),
        service.disabledTypes());
  }

  public ServiceEdit primaryGatewayDisabled() {
    return copy(
        service.virtualNetworkType(),
        service.regions(),
        service.location(),
        true,
        service.disabledTypes());
  }

  public ServiceEdit disabled(EndpointType... types) {
    return copy(
        service.virtualNetworkType(),
        service.regions(),
        service.location(),
        service.gatewayDisabled(),
        Set.of(types));
  }

  private ServiceEdit copy(
      String network,
      List<Region> regions,
      String location,
      boolean gatewayDisabled,
      Set<EndpointType> disabled) {
    return new ServiceEdit(
        new ApimService(
            service.id(),
            service.provisioningState(),
            network,
            service.privateAddresses(),
            service.endpoints(),
            regions,
            service.unknownTypes(),
            location,
            gatewayDisabled,
            disabled));
  }
}
