package dev.lockstep.guard;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.route.Moved;
import dev.lockstep.route.RouteDiff;
import dev.lockstep.route.Router;
import dev.lockstep.route.Stray;
import dev.lockstep.route.Taken;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Nobody else's traffic moves, and our own arrives (design 5.5).
 *
 * <pre>
 * request                                              | refused when
 * -----------------------------------------------------+------------------------------------------
 * a host that a foreign listener matches and no owned  | rule or certificate differ
 *   endpoint names exactly                             |
 * without SNI, or with one that nobody names           | the certificate was another's and differs
 * a host newly taken out of a foreign wildcard         | its endpoint has no claim
 * a host that an owned listener names                  | it does not reach its rule and
 *                                                      | certificate, unless that was so before
 * </pre>
 */
record RoutesKept() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (plan.gatewayBody().isEmpty()) {
      return Verdict.allowed();
    }
    Router before = Router.of(input.observation().gateway().asValue().orElseThrow());
    Router after = Router.of(GatewayDocument.sharing(plan.gatewayBody().get()));
    Predicate<ElementKey> owned =
        key -> input.observation().owned().owns(key) || plan.ownedAfter().owns(key);

    List<Moved> moved = RouteDiff.between(before, after, owned);
    List<Stray> strays = Stray.between(before, after, owned);
    Optional<Taken> taken =
        Taken.between(before, after, owned).stream()
            .filter(host -> !Claims.had(host, before, input))
            .filter(host -> !Claims.allow(host, plan, input))
            .findFirst();
    if (!moved.isEmpty()) {
      return refused(moved.get(0).describe());
    }
    if (!strays.isEmpty()) {
      return refused(strays.get(0).describe());
    }
    return taken
        .<Verdict>map(
            host ->
                new Verdict.Refused(
                    GuardCode.ROUTE_MOVED,
                    host.describe(),
                    "set claim for the endpoint type, if that is meant"))
        .orElseGet(Verdict::allowed);
  }

  private static Verdict refused(String reason) {
    return new Verdict.Refused(
        GuardCode.ROUTE_MOVED, reason, "report this as a defect of Lockstep; nothing was written");
  }
}
