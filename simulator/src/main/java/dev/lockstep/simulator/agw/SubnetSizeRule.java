package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The subnet has an address for every instance and private frontend of the gateways in it; five are
 * Azure's own, and an autoscaling gateway counts with the most it may become (Microsoft Learn,
 * configuration-infrastructure; MicrosoftDocs/azure-docs 65925). Some names are taken for other
 * services. Codes of Microsoft's support articles; no source gives the texts.
 *
 * <p>Asked when the gateway comes into the subnet or needs more of it than before.
 */
final class SubnetSizeRule implements GatewayRule {
  private static final int RESERVED = 5;

  /** What autoscaling goes to when the document does not say. */
  private static final int MOST_INSTANCES = 10;

  private static final Set<String> TAKEN =
      Set.of("gatewaysubnet", "azurefirewallsubnet", "azurebastionsubnet", "routeserversubnet");

  @Override
  public void check(Draft draft) {
    Optional<String> subnet = subnet(draft.document());
    boolean came = !draft.before().flatMap(SubnetSizeRule::subnet).equals(subnet);
    boolean grew =
        draft.before().filter(before -> need(before) < need(draft.document())).isPresent();
    if (subnet.isPresent() && (came || grew)) {
      find(draft, subnet.get()).ifPresent(found -> check(draft, found));
    }
  }

  private static void check(Draft draft, Resource subnet) {
    if (TAKEN.contains(subnet.id().name().toLowerCase(Locale.ROOT))) {
      throw GatewayRule.refusal(
          "InvalidSubnet",
          "Subnet %s cannot be used for application gateway %s: its name is reserved for another service."
              .formatted(subnet.id(), draft.id()));
    }
    long need = RESERVED + need(draft.document()) + neighbours(draft, subnet);
    long size = size(subnet);
    if (need > size) {
      throw GatewayRule.refusal(
          "SubnetTooSmall",
          "Subnet %s does not have enough capacity for application gateway %s. Required capacity is %d and the size of the subnet is %d."
              .formatted(subnet.id(), draft.id(), need, size));
    }
  }

  private static long neighbours(Draft draft, Resource subnet) {
    return draft.resources().all(Gateway.class).stream()
        .filter(other -> !other.id().sameAs(draft.id()))
        .filter(other -> subnet(other.document()).filter(subnet.id().key()::equals).isPresent())
        .mapToLong(other -> need(other.document()))
        .sum();
  }

  /** Instances and private frontends. */
  private static long need(ObjectNode document) {
    JsonNode properties = document.path("properties");
    JsonNode scale = properties.path("autoscaleConfiguration");
    int instances =
        scale.isObject()
            ? scale
                .path("maxCapacity")
                .asInt(Math.max(MOST_INSTANCES, scale.path("minCapacity").asInt(0)))
            : properties.path("sku").path("capacity").asInt(1);
    long frontends =
        Parts.of(document, "frontendIPConfigurations").stream()
            .filter(part -> Json.text(part, "properties", "subnet", "id").isPresent())
            .count();
    return instances + frontends;
  }

  /** Addresses of the subnet's first range; endless when it says nothing that can be read. */
  private static long size(Resource subnet) {
    JsonNode properties = subnet.document().path("properties");
    List<String> ranges = Json.texts(properties, "addressPrefixes");
    String range =
        Json.text(properties, "addressPrefix").or(() -> ranges.stream().findFirst()).orElse("");
    String bits = range.substring(range.lastIndexOf('/') + 1);
    return range.contains(".") && bits.matches("[0-9]{1,2}")
        ? 1L << (32 - Math.min(32, Integer.parseInt(bits)))
        : Long.MAX_VALUE;
  }

  private static Optional<String> subnet(ObjectNode document) {
    return Parts.of(document, "gatewayIPConfigurations").stream()
        .flatMap(part -> Json.text(part, "properties", "subnet", "id").stream())
        .map(id -> id.toLowerCase(Locale.ROOT))
        .findFirst();
  }

  private static Optional<Resource> find(Draft draft, String id) {
    try {
      return draft.resources().find(ResourceId.of(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
