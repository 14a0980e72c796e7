package dev.lockstep.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.models.Network;
import com.azure.resourcemanager.network.models.PublicIpAddress;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.ResourceId;
import dev.lockstep.port.NetworkLook;
import dev.lockstep.port.NetworkView;
import dev.lockstep.port.NetworkView.Frontend;
import dev.lockstep.port.NetworkView.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The look by the typed managers of azure-resourcemanager. They take more than a second to load, so
 * they are made when first needed, and nothing on the way from an event to a write needs them.
 */
public final class ManagedNetworkLook implements NetworkLook {
  private final HttpPipeline pipeline;
  private final AzureEnvironment environment;
  private final Map<String, NetworkManager> managers = new HashMap<>();

  /**
   * @param pipeline adds authentication and nothing else, see {@link ArmPipeline}
   * @param cloud the ARM endpoint and its audience
   */
  public ManagedNetworkLook(HttpPipeline pipeline, CloudEndpoints cloud) {
    this.pipeline = pipeline;
    Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
    endpoints.put("resourceManagerEndpointUrl", cloud.arm().toString());
    endpoints.put("managementEndpointUrl", cloud.audience());
    endpoints.put("activeDirectoryEndpointUrl", cloud.authority().toString());
    this.environment = new AzureEnvironment(endpoints);
  }

  @Override
  public NetworkView of(GatewayDocument gateway) {
    List<String> problems = new ArrayList<>();
    List<Frontend> frontends =
        gateway.elements("frontendIPConfigurations").stream()
            .map(element -> frontend(element, problems))
            .toList();
    List<Subnet> subnets =
        gateway.elements("gatewayIPConfigurations").stream()
            .map(element -> element.reference("subnet"))
            .flatMap(Optional::stream)
            .map(id -> subnet(id, problems))
            .toList();
    return new NetworkView(frontends, subnets, problems);
  }

  private Frontend frontend(Element element, List<String> problems) {
    ElementKey key = element.key();
    Optional<ResourceId> publicIp = element.reference("publicIPAddress");
    if (publicIp.isEmpty()) {
      String address = element.properties().path("privateIPAddress").asText("");
      return new Frontend(
          key.name(), Optional.of(address).filter(a -> !a.isEmpty()), false, Optional.empty());
    }
    Optional<PublicIpAddress> read =
        read(
            publicIp.get(),
            manager -> manager.publicIpAddresses().getById(publicIp.get().value()),
            problems);
    return new Frontend(
        key.name(),
        read.map(PublicIpAddress::ipAddress),
        true,
        read.map(ip -> ip.innerModel().dnsSettings()).map(dns -> dns.fqdn()));
  }

  private Subnet subnet(ResourceId id, List<String> problems) {
    ResourceId network = id.parent();
    Optional<com.azure.resourcemanager.network.models.Subnet> read =
        read(network, manager -> manager.networks().getById(network.value()), problems)
            .map(Network::subnets)
            .map(subnets -> subnets.get(id.name()));
    return new Subnet(
        network.name(),
        id.name(),
        read.map(com.azure.resourcemanager.network.models.Subnet::addressPrefix),
        read.map(com.azure.resourcemanager.network.models.Subnet::networkSecurityGroupId)
            .flatMap(ResourceId::tryParse)
            .map(ResourceId::name));
  }

  private <T> Optional<T> read(
      ResourceId id, Function<NetworkManager, T> get, List<String> problems) {
    try {
      return Optional.ofNullable(get.apply(manager(id.subscriptionId())));
    } catch (RuntimeException e) {
      problems.add(id.name() + " could not be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private synchronized NetworkManager manager(String subscription) {
    return managers.computeIfAbsent(
        subscription,
        id -> NetworkManager.authenticate(pipeline, new AzureProfile(null, id, environment)));
  }
}
