package dev.lockstep.config;

import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Which services may be planned for without a binding of their own, because they carry a tag.
 *
 * @param scopes subscriptions and resource groups in which services are looked for
 * @param services names or ids of the services that may be discovered
 * @param tag name of the tag whose value is the id of a gateway
 * @param zonesTag name of the tag whose value holds ids of DNS zones
 * @param frontend where the listeners stand; empty for the only frontend there is
 */
public record Discovery(
    List<ResourceId> scopes,
    List<String> services,
    String tag,
    String zonesTag,
    Optional<String> frontend) {
  public Discovery {
    scopes = List.copyOf(scopes);
    services = List.copyOf(services);
  }

  /** Whether the resource lies in one of the scopes. */
  public boolean covers(ResourceId resource) {
    return scopes.stream().anyMatch(scope -> isWithin(resource, scope));
  }

  /** Whether the service is one of those that may be discovered. */
  public boolean lists(ResourceId service) {
    return services.stream()
        .anyMatch(
            listed ->
                listed.equalsIgnoreCase(service.name())
                    || listed.equalsIgnoreCase(service.value()));
  }

  /** Whether a resource lies in a subscription or resource group. */
  public static boolean isWithin(ResourceId resource, ResourceId scope) {
    return resource.key().startsWith(scope.key() + "/");
  }
}
