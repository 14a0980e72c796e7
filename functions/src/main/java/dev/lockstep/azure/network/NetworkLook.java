package dev.lockstep.azure.network;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.models.Network;
import com.azure.resourcemanager.network.models.PublicIpAddress;
import com.azure.resourcemanager.network.models.Subnet;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Looks at public addresses and subnets. It reads; there is no way to write from here. */
public final class NetworkLook {
  private final HttpPipeline pipeline;
  private final AzureEnvironment environment;
  private final Map<String, NetworkManager> managers = new ConcurrentHashMap<>();

  /**
   * @param client the HTTP client
   * @param credential where tokens come from
   * @param cloud the ARM endpoint and its audience
   */
  public NetworkLook(HttpClient client, TokenCredential credential, CloudEndpoints cloud) {
    // One try without waiting: somebody looks at the answer, and can look again.
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(client)
            .policies(new BearerTokenAuthenticationPolicy(credential, cloud.scope()))
            .build();
    Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
    endpoints.put("resourceManagerEndpointUrl", cloud.arm().toString());
    endpoints.put("managementEndpointUrl", cloud.audience());
    this.environment = new AzureEnvironment(endpoints);
  }

  /** A public IP address resource. */
  public Reading<PublicAddress> publicAddress(ResourceId id) {
    return read(
        id,
        () -> {
          PublicIpAddress found = manager(id).publicIpAddresses().getById(id.value());
          return new PublicAddress(
              Optional.ofNullable(found.ipAddress()), Optional.ofNullable(found.fqdn()));
        });
  }

  /** A subnet, by way of its virtual network. */
  public Reading<SubnetLook> subnet(ResourceId id) {
    return read(
        id,
        () -> {
          Network network = manager(id).networks().getById(id.parent().value());
          Subnet found =
              network.subnets().values().stream()
                  .filter(subnet -> subnet.name().equalsIgnoreCase(id.name()))
                  .findFirst()
                  .orElseThrow(() -> new IllegalStateException("its network does not list it"));
          return new SubnetLook(
              prefixes(found),
              Optional.ofNullable(found.networkSecurityGroupId()),
              Optional.ofNullable(found.routeTableId()));
        });
  }

  /** A subnet writes its one range in another property than its several. */
  private static List<String> prefixes(Subnet subnet) {
    return subnet.addressPrefixes().isEmpty()
        ? Optional.ofNullable(subnet.addressPrefix()).stream().toList()
        : subnet.addressPrefixes();
  }

  /** A manager sees one subscription. */
  private NetworkManager manager(ResourceId id) {
    return managers.computeIfAbsent(
        id.subscriptionId(),
        subscription ->
            NetworkManager.authenticate(
                pipeline, new AzureProfile(null, subscription, environment)));
  }

  private static <T> Reading<T> read(ResourceId id, Supplier<T> look) {
    try {
      return Reading.known(look.get());
    } catch (HttpResponseException e) {
      return Reading.unread(failure(id, e));
    } catch (RuntimeException e) {
      // The client wraps whatever the network does in many kinds of exception.
      return Reading.unread(
          ReadFailure.of(Kind.UNAVAILABLE, id.name() + ": " + e.getMessage(), "look again later"));
    }
  }

  private static ReadFailure failure(ResourceId id, HttpResponseException e) {
    int status = Optional.ofNullable(e.getResponse()).map(r -> r.getStatusCode()).orElse(0);
    String message = id.name() + ": HTTP " + status;
    return switch (status) {
      case 401, 403 ->
          ReadFailure.of(
              Kind.FORBIDDEN, message, "give the identity of the app the role Reader on " + id);
      case 404 -> ReadFailure.of(Kind.NOT_FOUND, message, "there is no " + id + " any more");
      case 429 -> ReadFailure.of(Kind.THROTTLED, message, "look again later");
      default -> ReadFailure.of(Kind.UNAVAILABLE, message, "look again later");
    };
  }
}
