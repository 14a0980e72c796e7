package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A small estate: one to three gateways that others use too, one or two services, one to four
 * publications.
 *
 * @param gateways ids
 * @param services ids
 * @param publications which service through which gateway
 */
record Estate(
    List<ResourceId> gateways, List<ResourceId> services, List<Publication> publications) {
  static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
  private static final ResourceId GROUP = ResourceId.ofGroup(SUBSCRIPTION, "rg-edge");

  // Small ones meet the same, and more of them can be lived.
  private static final List<Integer> GATEWAYS = List.of(1, 1, 1, 1, 2, 3);
  private static final List<Integer> SERVICES = List.of(1, 1, 2);

  static final ResourceId NETWORK =
      GROUP.resource("Microsoft.Network", "virtualNetworks", "vnet-edge");

  static Estate draw(Chance chance) {
    List<ResourceId> gateways = new ArrayList<>();
    List<ResourceId> services = new ArrayList<>();
    int most = chance.of(GATEWAYS);
    for (int i = 1; i <= most; i++) {
      gateways.add(GROUP.resource("Microsoft.Network", "applicationGateways", "agw-" + i));
    }
    int mostServices = chance.of(SERVICES);
    for (int i = 1; i <= mostServices; i++) {
      services.add(GROUP.resource("Microsoft.ApiManagement", "service", "apim-" + i));
    }
    Set<Publication> publications = new LinkedHashSet<>();
    // Each gateway has one, and some service may go through several.
    gateways.forEach(gateway -> publications.add(publication(chance.of(services), gateway)));
    if (chance.oneIn(2)) {
      publications.add(publication(chance.of(services), chance.of(gateways)));
    }
    List<ResourceId> used =
        services.stream()
            .filter(one -> publications.stream().anyMatch(p -> p.service().sameAs(one)))
            .toList();
    return new Estate(gateways, used, List.copyOf(publications));
  }

  /** A larger one: a service for every five publications, and each gateway has at least one. */
  static Estate large(int gateways, int publications) {
    List<ResourceId> all = new ArrayList<>();
    List<ResourceId> services = new ArrayList<>();
    for (int i = 1; i <= gateways; i++) {
      all.add(GROUP.resource("Microsoft.Network", "applicationGateways", "agw-" + i));
    }
    for (int i = 1; i <= most(gateways, publications); i++) {
      services.add(GROUP.resource("Microsoft.ApiManagement", "service", "apim-" + i));
    }
    Set<Publication> wanted = new LinkedHashSet<>();
    for (int turn = 0; wanted.size() < publications; turn++) {
      ResourceId gateway = all.get(wanted.size() % gateways);
      wanted.add(publication(services.get(turn % services.size()), gateway));
    }
    return new Estate(all, services, List.copyOf(wanted));
  }

  /** So many services that no pair is needed twice. */
  private static int most(int gateways, int publications) {
    return Math.max((publications + 4) / 5, (publications + gateways - 1) / gateways);
  }

  private static Publication publication(ResourceId service, ResourceId gateway) {
    return new Publication(
        service.name() + "-" + gateway.name(),
        service,
        gateway,
        zoneOf(service),
        EstateDocuments.FRONTEND);
  }

  /** The zone of a service's host names. */
  static ResourceId zoneOf(ResourceId service) {
    return GROUP.resource("Microsoft.Network", "privateDnsZones", service.name() + ".example");
  }

  /** A host name of a service. */
  static String host(ResourceId service, String name) {
    return name + "." + zoneOf(service).name();
  }

  /** Puts it into a world. */
  void lay(Azure azure, Chance chance) {
    azure.seed(GROUP, EstateDocuments.plain());
    azure.seed(NETWORK, EstateDocuments.network());
    ResourceId identity =
        GROUP.resource("Microsoft.ManagedIdentity", "userAssignedIdentities", "id-agw");
    azure.seed(identity, EstateDocuments.plain());
    for (int i = 0; i < gateways.size(); i++) {
      ResourceId address = GROUP.resource("Microsoft.Network", "publicIPAddresses", "pip-" + i);
      azure.seed(address, EstateDocuments.publicAddress("20.50.10." + (30 + i)));
      GatewayDraft draft =
          new GatewayDraft(
              gateways.get(i), NETWORK.child("subnets", "snet-agw"), address, identity);
      int sites = 1 + chance.below(3);
      for (int site = 0; site < sites; site++) {
        draft.withSite("site-" + site, "shop" + site + ".fabrikam.com", 100 + 100 * site);
        azure.backends().set("10.0.9." + (10 + (100 + 100 * site) % 100), Backends.Condition.UP);
      }
      azure.seed(gateways.get(i), draft.document());
    }
    for (int i = 0; i < services.size(); i++) {
      ResourceId service = services.get(i);
      ResourceId zone = zoneOf(service);
      azure.seed(zone, Json.object().put("location", "global"));
      azure.seed(zone.child("virtualNetworkLinks", "link"), EstateDocuments.link(NETWORK));
      azure.seed(zone.child("A", "intranet"), EstateDocuments.addresses(300, "10.0.9.20"));
      azure.seed(zone.child("A", "build"), EstateDocuments.addresses(300, "10.0.9.21"));
      ObjectNode document =
          EstateDocuments.service(NETWORK.child("subnets", "snet-apim"), "10.0.1.1" + i);
      ArrayNode names = document.withObject("/properties").withArray("hostnameConfigurations");
      names.add(EstateDocuments.hostName(host(service, "always")));
      names.add(EstateDocuments.hostName(host(service, "a")));
      azure.seed(service, document);
    }
  }
}
