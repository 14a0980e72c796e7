package dev.lockstep.testing.gateway;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The shape of a gateway. Sites that the service would refuse beside earlier ones (the same host
 * name or a second basic listener on one frontend and port) are left out.
 *
 * @param sites listeners with their rules, in document order
 * @param pools number of backend pools, at least 1
 * @param moreRules rules beyond one per listener, for measurements only: the service refuses them
 * @param priorities how rules are numbered
 * @param features what else there is
 */
public record GatewayShape(
    List<SiteShape> sites,
    int pools,
    int moreRules,
    PriorityStyle priorities,
    Set<Feature> features) {
  public GatewayShape {
    sites = accepted(sites);
    features = features.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(features));
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  private static List<SiteShape> accepted(List<SiteShape> sites) {
    Set<String> taken = new HashSet<>();
    List<SiteShape> accepted = new ArrayList<>();
    for (SiteShape site : sites) {
      List<String> keys = new ArrayList<>();
      for (String host : site.hosts().isEmpty() ? List.of("") : site.hosts()) {
        keys.add(site.door() + "/" + host.toLowerCase(Locale.ROOT));
      }
      boolean repeats = new HashSet<>(keys).size() < keys.size();
      if (!repeats && keys.stream().noneMatch(taken::contains)) {
        taken.addAll(keys);
        accepted.add(site);
      }
    }
    return List.copyOf(accepted);
  }
}
