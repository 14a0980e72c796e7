package dev.lockstep.testing.gateway;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.testing.gateway.SiteShape.Door;
import dev.lockstep.testing.gateway.SiteShape.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gateways of a given size, always the same, for measurements. */
final class SizedGateways {
  private static final int SITES_PER_WILDCARD = 10;

  private SizedGateways() {}

  static GatewayDocument of(int listeners, int rules, int pools) {
    if (listeners < 1 || rules < listeners || pools < 1) {
      throw new IllegalArgumentException(
          "needs a listener, a pool, and at least one rule per listener");
    }
    Door[] doors = {Door.PUBLIC_HTTPS, Door.PUBLIC_HTTP, Door.PRIVATE_HTTPS};
    Target[] targets = {Target.POOL, Target.PATH_MAP, Target.REDIRECT, Target.POOL};
    List<SiteShape> sites = new ArrayList<>();
    for (int i = 0; i < listeners; i++) {
      boolean wildcard = i % SITES_PER_WILDCARD == SITES_PER_WILDCARD - 1;
      String host =
          wildcard ? "*.team%d.contoso.com".formatted(i) : "site%d.contoso.com".formatted(i);
      Door door = doors[i % doors.length];
      sites.add(new SiteShape(door, List.of(host), targets[i % targets.length], i, true));
    }
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.remove(Feature.UNKNOWN_PROPERTIES);
    return GatewayWriter.write(
        new GatewayShape(sites, pools, rules - listeners, PriorityStyle.SPREAD, features));
  }
}
