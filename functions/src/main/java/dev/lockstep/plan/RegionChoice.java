package dev.lockstep.plan;

import dev.lockstep.desire.ServiceAddresses;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.EndpointType;
import java.util.ArrayList;
import java.util.List;

/**
 * The private addresses for a site's pool, complete or not at all.
 *
 * <pre>
 * regions that count ({@link ServiceAddresses}) | then
 * ----------------------------------------------+----------------------------------------
 * all have addresses                            | their addresses
 * one has none yet                              | addressUnknown: the site waits
 * none counts                                   | regionUnavailable
 * a configured name is none of the service's    | warning regionUnknown, and as above
 * </pre>
 */
final class RegionChoice {
  private RegionChoice() {}

  /** The addresses of the regions that count; obstacles when they are not all known. */
  static List<String> addresses(Claim claim, Findings findings, List<Obstacle> obstacles) {
    EndpointType type = claim.endpoint().type();
    List<Region> counting = ServiceAddresses.regions(claim.service(), claim.binding(), type);
    if (type == EndpointType.PROXY) {
      warnOfUnknown(claim, findings);
    }
    if (counting.isEmpty()) {
      obstacles.add(unavailable(claim));
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

  private static Obstacle unavailable(Claim claim) {
    List<String> names = claim.binding().regions();
    return new Obstacle(
        BlockCode.REGION_UNAVAILABLE,
        claim.service().id().name()
            + " has no gateway switched on in "
            + (names.isEmpty() ? "any region" : String.join(", ", names)),
        "switch one on, or change regions");
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
    List<Region> all = ServiceAddresses.all(claim.service());
    for (String name : claim.binding().regions()) {
      if (all.stream().noneMatch(region -> region.isNamed(name))) {
        findings.warn(
            WarningCode.REGION_UNKNOWN,
            claim.binding().name(),
            claim.service().id().name()
                + " has no region '"
                + name
                + "'; its regions are "
                + String.join(", ", all.stream().map(Region::location).toList()));
      }
    }
  }
}
