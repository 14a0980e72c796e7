package dev.lockstep.simulator.dataplane.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.network.Plain;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The virtual networks of a world at one moment: who is where, and which packets pass.
 *
 * <pre>
 * dropped by    a user-defined route to None or an appliance, if it is the most exact one
 *               a network that is not this one, and not peered with it
 *               the security group of the sender's subnet (outbound)
 *               the security group of the receiver's subnet (inbound)
 * </pre>
 */
public final class Networks {
  /** A gateway of the second generation is managed through these (domain: port 65200 to 65535). */
  private static final int MANAGEMENT_PORT = 65200;

  private final List<Subnet> subnets = new ArrayList<>();
  private final Map<String, List<Cidr>> spaces = new HashMap<>();
  private final Map<String, Set<String>> peers = new HashMap<>();

  /** Reads the networks; call with the world locked. */
  public Networks(Resources resources) {
    for (Plain one : resources.all(Plain.class)) {
      if (one.id().type().equalsIgnoreCase("Microsoft.Network/virtualNetworks")) {
        read(one, resources);
      }
    }
  }

  /** The rule that drops a connection from a subnet to an address; empty when it passes. */
  public Optional<String> drops(ResourceId fromSubnet, String address, int port) {
    Optional<Subnet> sender = find(fromSubnet);
    if (sender.isEmpty()) {
      return Optional.empty();
    }
    Optional<Subnet> receiver = receiver(sender.get(), address);
    Party from = new Party(first(sender.get()), Party.NETWORK);
    Party to =
        new Party(Optional.of(address), receiver.isPresent() ? Party.NETWORK : Party.INTERNET);
    return byRoute(sender.get(), address)
        .or(() -> byDistance(sender.get(), receiver))
        .or(() -> sender.get().group().flatMap(group -> group.drops(false, from, to, port)))
        .or(
            () ->
                receiver
                    .filter(subnet -> !subnet.id().sameAs(sender.get().id()))
                    .flatMap(Subnet::group)
                    .flatMap(group -> group.drops(true, from, to, port)));
  }

  /** The rule that keeps clients from a port of a gateway in a subnet; empty when they get in. */
  public Optional<String> keepsOut(ResourceId gatewaySubnet, boolean fromInternet, int port) {
    Party client = fromInternet ? Party.ANYBODY_OUTSIDE : Party.ANYBODY_INSIDE;
    return find(gatewaySubnet)
        .flatMap(
            subnet ->
                subnet
                    .group()
                    .flatMap(
                        group ->
                            group.drops(
                                true, client, new Party(first(subnet), Party.NETWORK), port)));
  }

  /**
   * What keeps a gateway in a subnet from being managed, so that nobody learns of its health; empty
   * when nothing does (Microsoft Learn, configuration-infrastructure).
   */
  public Optional<String> cutsOff(ResourceId gatewaySubnet) {
    Optional<Subnet> subnet = find(gatewaySubnet);
    Optional<String> route =
        subnet.stream()
            .flatMap(one -> one.routes().stream())
            .filter(Route::divertsEverything)
            .map(one -> "route " + one.name())
            .findFirst();
    return route.or(
        () ->
            subnet
                .flatMap(Subnet::group)
                .flatMap(
                    group ->
                        group.drops(
                            true,
                            Party.GATEWAY_MANAGER,
                            new Party(first(subnet.get()), Party.NETWORK),
                            MANAGEMENT_PORT)));
  }

  private Optional<String> byRoute(Subnet sender, String address) {
    int ownBits =
        spaces.getOrDefault(sender.network().key(), List.of()).stream()
            .filter(range -> range.contains(address))
            .mapToInt(Cidr::bits)
            .max()
            .orElse(0);
    return sender
        .route(address, ownBits)
        .filter(Route::drops)
        .map(route -> "route " + route.name());
  }

  private Optional<String> byDistance(Subnet sender, Optional<Subnet> receiver) {
    return receiver
        .filter(subnet -> !near(sender, subnet))
        .map(subnet -> subnet.network().name() + " is not peered with " + sender.network().name());
  }

  /** Where an address is, seen from a subnet: ranges may be used twice in networks far apart. */
  private Optional<Subnet> receiver(Subnet sender, String address) {
    List<Subnet> having = subnets.stream().filter(subnet -> subnet.contains(address)).toList();
    return having.stream()
        .filter(subnet -> near(sender, subnet))
        .findFirst()
        .or(() -> having.stream().findFirst());
  }

  private boolean near(Subnet one, Subnet other) {
    return one.network().sameAs(other.network())
        || peers.getOrDefault(one.network().key(), Set.of()).contains(other.network().key());
  }

  private Optional<Subnet> find(ResourceId id) {
    return subnets.stream().filter(subnet -> subnet.id().sameAs(id)).findFirst();
  }

  private void read(Resource network, Resources resources) {
    ObjectNode document = network.document();
    spaces.put(
        network.id().key(),
        Json.texts(document, "properties", "addressSpace", "addressPrefixes").stream()
            .flatMap(prefix -> Cidr.parse(prefix).stream())
            .toList());
    for (ObjectNode element : Json.objects(document, "properties", "subnets")) {
      ResourceId id = network.id().child("subnets", element.path("name").asText(""));
      subnets.add(Subnet.of(id, element, resources));
    }
    Set<String> linked = new HashSet<>();
    for (ObjectNode peering : Json.objects(document, "properties", "virtualNetworkPeerings")) {
      Json.text(peering, "properties", "remoteVirtualNetwork", "id")
          .ifPresent(id -> linked.add(id.toLowerCase(Locale.ROOT)));
    }
    peers.put(network.id().key(), linked);
  }

  /** The base address of a subnet; any of its addresses would do for rules on ranges. */
  private static Optional<String> first(Subnet subnet) {
    return subnet.ranges().stream()
        .findFirst()
        .map(
            range ->
                "%d.%d.%d.%d"
                    .formatted(
                        range.base() >> 24 & 255,
                        range.base() >> 16 & 255,
                        range.base() >> 8 & 255,
                        range.base() & 255));
  }
}
