package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteElements;
import dev.lockstep.limits.LimitProblem;
import dev.lockstep.limits.Limits;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gateway's part of the plan with as many sites as fit: one that would exceed a limit of the
 * SKU or move somebody else's traffic is blocked alone, and the plan is made again without it.
 *
 * <pre>
 * the document with all sites | then
 * ----------------------------+--------------------------------------------------------------
 * is within its limits, or    | all sites stay
 * counts no more than before  |
 * counts more than a limit    | sites that add nothing stay; the others are tried one by one,
 *                             | in their order, and each that does not fit is blocked
 * moves a route of others     | the site whose rule or certificate takes it is blocked
 * either, with no site to     | as it is: the guards refuse the plan
 * blame                       |
 * </pre>
 */
final class GatewayFit {
  private final Estate estate;
  private final Map<String, Binding> bindings;
  private final Attempt attempt;
  private final Map<Site, Obstacle> blocked = new LinkedHashMap<>();

  GatewayFit(Estate estate, Map<String, Binding> bindings, Attempt attempt) {
    this.estate = estate;
    this.bindings = bindings;
    this.attempt = attempt;
  }

  /** Makes the gateway's part of the plan of some sites, and says what there is to say of it. */
  @FunctionalInterface
  interface Attempt {
    GatewayPlan with(List<Site> sites, Findings said);
  }

  /** The best plan; what it and its making have to say goes into the findings. */
  GatewayPlan choose(List<Site> sites, Findings findings) {
    List<Site> left = new ArrayList<>(sites);
    while (true) {
      Findings said = new Findings();
      GatewayPlan plan = attempt.with(left, said);
      Map<Site, Obstacle> refused = refused(plan, left, said);
      if (refused.isEmpty()) {
        findings.add(said);
        blocked.forEach(
            (site, obstacle) ->
                findings.block(
                    obstacle.code(),
                    bindings.get(site.binding()),
                    site.host(),
                    obstacle.reason(),
                    obstacle.remedy()));
        return plan;
      }
      blocked.putAll(refused);
      left.removeAll(refused.keySet());
    }
  }

  private Map<Site, Obstacle> refused(GatewayPlan plan, List<Site> sites, Findings said) {
    if (plan.changes().isEmpty()) {
      return Map.of();
    }
    GatewayDocument after = GatewayDocument.sharing(plan.body());
    List<LimitProblem> exceeded = Limits.exceeded(estate.document(), after);
    exceeded.stream()
        .filter(problem -> !problem.isCertain())
        .forEach(problem -> said.warn(WarningCode.LIMIT_UNCERTAIN, "", problem.describe()));
    Map<Site, Obstacle> crowded =
        exceeded.stream().anyMatch(LimitProblem::isCertain) ? tryEach(sites) : Map.of();
    if (!crowded.isEmpty()) {
      return crowded;
    }
    Set<ElementKey> owned = new HashSet<>(estate.owned().elements().keySet());
    owned.addAll(plan.ownedAfter().elements().keySet());
    return new RouteBlame(estate.document(), estate.router(), after, owned::contains).blamed(sites);
  }

  private Map<Site, Obstacle> tryEach(List<Site> sites) {
    List<Site> fitting = new ArrayList<>(sites.stream().filter(site -> !isNew(site)).toList());
    Map<Site, Obstacle> refused = new LinkedHashMap<>();
    if (!problems(sites, fitting).isEmpty()) {
      return refused;
    }
    for (Site site : sites) {
      if (isNew(site)) {
        fitting.add(site);
        List<LimitProblem> problems = problems(sites, fitting);
        if (!problems.isEmpty()) {
          fitting.remove(site);
          refused.put(site, noRoom(problems.get(0)));
        }
      }
    }
    return refused;
  }

  private List<LimitProblem> problems(List<Site> inOrder, List<Site> some) {
    GatewayPlan plan =
        attempt.with(inOrder.stream().filter(some::contains).toList(), new Findings());
    return Limits.exceeded(estate.document(), GatewayDocument.sharing(plan.body())).stream()
        .filter(LimitProblem::isCertain)
        .toList();
  }

  private boolean isNew(Site site) {
    return SiteElements.of(site).stream()
        .anyMatch(element -> estate.document().element(element.key()).isEmpty());
  }

  private static Obstacle noRoom(LimitProblem problem) {
    return new Obstacle(
        BlockCode.LIMIT_REACHED,
        "with it there would be " + problem.describe(),
        "remove what nobody uses from the gateway, or publish the host name on another gateway");
  }
}
