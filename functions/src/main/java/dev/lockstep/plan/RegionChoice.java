package dev.lockstep.plan;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.EndpointType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The private addresses at which a service answers for an endpoint type. Portal, management and Scm
 * live in the primary region alone (Microsoft Learn, api-management-howto-deploy-multi-region).
 *
 * <pre>
 * type  | regions | region of the service                 | its addresses
 * ------+---------+---------------------------------------+--------------------------
 * Proxy | none    | gateway switched on, first or further | count
 * Proxy | some    | gateway switched on, and named        | count
 * Proxy | any     | gateway switched off, or not named    | do not count
 * other | any     | the primary one                       | count
 * other | any     | a further one                         | do not count
 * any   | any     | counts and has no address yet         | addressUnknown: waited for
 * any   | any     | none counts                           | regionUnavailable
 * </pre>
 */
final class RegionChoice {
  private RegionChoice() {}

  /** The addresses of the regions that count; obstacles when they are not all known. */
  static List<String> addresses(Claim claim, Findings findings, List<Obstacle> obstacles) {
    List<String> names = claim.binding().regions();
    List<Region> counting =
        claim.endpoint().type() == EndpointType.PROXY
            ? gateways(claim.service()).filter(region -> isNamed(region, names)).toList()
            : List.of(claim.service().primary());
    if (claim.endpoint().type() == EndpointType.PROXY) {
      warnOfUnknown(claim, findings);
    }
    if (counting.isEmpty()) {
      obstacles.add(
          new Obstacle(
              BlockCode.REGION_UNAVAILABLE,
              claim.service().id().name()
                  + " has no gateway switched on in "
                  + (names.isEmpty() ? "any region" : String.join(", ", names)),
              "switch one on, or change regions"));
    }
    List<String> addresses = new ArrayList<>();
    for (Region region : counting) {
      if (region.privateAddresses().isEmpty()) {
        obstacles.add(unknown(claim, region));
      }
      addresses.addAll(region.privateAddresses());
    }
    return addresses;
  }

  private static Stream<Region> gateways(ApimService service) {
    return all(service).filter(region -> !region.gatewayDisabled());
  }

  private static Stream<Region> all(ApimService service) {
    return Stream.concat(Stream.of(service.primary()), service.regions().stream());
  }

  private static boolean isNamed(Region region, List<String> names) {
    return names.isEmpty() || names.stream().anyMatch(region::isNamed);
  }

  private static Obstacle unknown(Claim claim, Region region) {
    return new Obstacle(
        BlockCode.ADDRESS_UNKNOWN,
        claim.service().id().name()
            + " has no private address yet in region '"
            + region.location()
            + "'",
        "wait until it has one, or leave the region out of regions");
  }

  private static void warnOfUnknown(Claim claim, Findings findings) {
    List<String> locations = all(claim.service()).map(Region::location).toList();
    for (String name : claim.binding().regions()) {
      if (all(claim.service()).noneMatch(region -> region.isNamed(name))) {
        findings.warn(
            WarningCode.REGION_UNKNOWN,
            claim.binding().name(),
            claim.service().id().name()
                + " has no region '"
                + name
                + "'; its regions are "
                + String.join(", ", locations));
      }
    }
  }
}
