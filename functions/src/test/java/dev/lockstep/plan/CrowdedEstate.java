package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.testing.gateway.CrowdedGateways;
import dev.lockstep.testing.gateway.HostArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A crowded gateway and a service with host names that meet the others' there.
 *
 * @param gateway everybody else's
 * @param proxies host names of type Proxy, on the public frontend
 * @param managed host names of type Management, on the private frontend
 * @param claims whether hosts may be taken out of wildcards
 */
public record CrowdedEstate(
    GatewayDocument gateway, Set<String> proxies, Set<String> managed, boolean claims) {
  /** The zones that hold every host name of the generator. */
  private static final List<ResourceId> ZONES =
      Stream.of("contoso.com", "fabrikam.com", "tailwind.example").map(Estates::zone).toList();

  public static Arbitrary<CrowdedEstate> any() {
    return Combinators.combine(
            CrowdedGateways.any(), hosts(5), hosts(2), Arbitraries.of(true, true, false))
        .as(CrowdedEstate::new);
  }

  public static Arbitrary<Set<String>> hosts(int most) {
    return HostArbitraries.exact().set().ofMaxSize(most);
  }

  public Estates estates() {
    Estates estates = new Estates();
    estates.gateway = gateway.copy();
    estates.bind(Estates.binding("contoso", Estates.SERVICE));
    estates.with(b -> b.zones(ZONES.toArray(ResourceId[]::new)));
    estates.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(100, 100)));
    estates.with(b -> b.options(options(claims)));
    ZONES.forEach(zone -> estates.zones.put(zone, Reading.known(new Zone(zone, List.of()))));
    return list(estates, proxies, managed);
  }

  /** Nothing beyond the ordinary but the claim. */
  public static EndpointOptions options(boolean claim) {
    EndpointOptions none = EndpointOptions.DEFAULT;
    return new EndpointOptions(
        none.pool(),
        none.probeHost(),
        none.redirectHttp(),
        none.wafPolicy(),
        none.sslProfile(),
        none.drainTimeout(),
        claim);
  }

  /** The service lists these host names. */
  public static Estates list(Estates estates, Set<String> proxies, Set<String> managed) {
    List<Endpoint> endpoints = new ArrayList<>();
    proxies.stream().sorted().map(Estates::proxy).forEach(endpoints::add);
    managed.stream()
        .filter(host -> !proxies.contains(host))
        .sorted()
        .map(host -> Estates.endpoint(EndpointType.MANAGEMENT, host))
        .forEach(endpoints::add);
    return estates.lists(Estates.SERVICE, endpoints.toArray(Endpoint[]::new));
  }

  /** Shuffles what has no order of its own: the elements of every collection. */
  static void shuffle(ObjectNode gateway, Random random) {
    for (JsonNode value : gateway.path("properties")) {
      if (value instanceof ArrayNode collection) {
        List<JsonNode> elements = new ArrayList<>();
        collection.forEach(elements::add);
        Collections.shuffle(elements, random);
        collection.removeAll().addAll(elements);
      }
    }
  }
}
